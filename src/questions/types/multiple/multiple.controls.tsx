import { Option, Options } from '../../views/options.js';
import type { QuestionView } from '../../views/question-view.js';
import { choiceView } from '../choice.view.js';

export const multipleView: QuestionView = {
  ...choiceView,
  Controls: ({ question, name, response, errorId }) => (
    <>
      <p class="question-hint">
        {question['scoring'] === 'perOption'
          ? 'Choose every option that applies. Each right one earns a part of the marks, each wrong one takes a part away.'
          : 'Choose every option that applies. All of them, and no other, earn the marks.'}
      </p>
      <Options>
        {(question['options'] as { id: string; text: string }[]).map(({ id, text }) => (
          <Option
            type="checkbox"
            name={`${name}.options:list`}
            value={id}
            text={text}
            checked={([response?.['options'] ?? []].flat() as string[]).includes(id)}
            errorId={errorId}
          />
        ))}
      </Options>
    </>
  ),
};
