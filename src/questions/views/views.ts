import { multipleView } from '../types/multiple/multiple.controls.js';
import { numericView } from '../types/numeric/numeric.controls.js';
import type { TypeName } from '../types/index.js';
import { singleView } from '../types/single/single.controls.js';
import { trueFalseView } from '../types/true-false/true-false.controls.js';
import type { QuestionView } from './question-view.js';

const views: Record<TypeName, QuestionView> = {
  single: singleView,
  multiple: multipleView,
  trueFalse: trueFalseView,
  numeric: numericView,
};

export const viewOf = (type: TypeName): QuestionView => views[type];
