import { Option, Options } from '../../views/options.js';
import type { QuestionView } from '../../views/question-view.js';
import { choiceView } from '../choice.view.js';

export const singleView: QuestionView = {
  ...choiceView,
  Controls: ({ question, name, response, errorId }) => (
    <Options>
      {(question['options'] as { id: string; text: string }[]).map(({ id, text }) => (
        <Option
          type="radio"
          name={`${name}.option`}
          value={id}
          text={text}
          checked={response?.['option'] === id}
          errorId={errorId}
        />
      ))}
    </Options>
  ),
};
