import { Option, Options } from '../../views/options.js';
import type { QuestionView } from '../../views/question-view.js';

export const trueFalseView: QuestionView = {
  Controls: ({ name, response, errorId }) => (
    <Options>
      {[true, false].map((value) => (
        <Option
          type="radio"
          name={`${name}.value:boolean`}
          value={String(value)}
          text={value ? 'True' : 'False'}
          checked={response?.['value'] === value}
          errorId={errorId}
        />
      ))}
    </Options>
  ),
  words: (_question, { value }) => (value === true ? 'True' : 'False'),
};
