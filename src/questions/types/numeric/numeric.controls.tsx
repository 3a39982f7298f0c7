import type { Separator } from '../../marking/separator.js';
import { type StoredTolerance, toleranceText } from '../../marking/tolerance.js';
import { QuantityBox, quantityWords } from '../../views/quantity.js';
import type { QuestionView } from '../../views/question-view.js';

export const numericView: QuestionView = {
  Controls: QuantityBox,

  words(question, held) {
    const tolerance = held['tolerance'] as StoredTolerance | undefined;
    const unit = question['unit'] ? ` ${question['unit'] as string}` : '';
    const off = tolerance === undefined ? '' : toleranceText(tolerance, question['separator'] as Separator, unit);
    return `${quantityWords(question, held)}${off}`;
  },
};
