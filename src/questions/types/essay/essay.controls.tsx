import { fieldId } from '../../../web/index.js';
import type { ControlsProps, QuestionView } from '../../views/question-view.js';

export const essayView: QuestionView = {
  Controls: Essay,
  script: 'word-count',
  words: (_question, { text }) => (typeof text === 'string' ? text : 'An examiner judges the answer by a rubric.'),
};

function Essay({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const { min, max } = (question['words'] ?? {}) as { min?: number; max?: number };
  const id = fieldId(`${name}.text`);
  const limits =
    min && max ? `${min} to ${max} words` : min ? `at least ${min} words` : max ? `at most ${max} words` : '';
  return (
    <div class="field">
      <label for={id}>Your answer</label>
      <p class="field-help" id={`help-${question.id}`} safe>
        {`An examiner reads it.${limits ? ` Write ${limits}.` : ''}`}
      </p>
      <word-count>
        <textarea
          class="input input-full"
          id={id}
          name={`${name}.text`}
          rows="12"
          aria-describedby={`help-${question.id} ${errorId}`}
          safe
        >
          {`\n${typeof response?.['text'] === 'string' ? response['text'] : ''}`}
        </textarea>
        <p class="field-help word-count" role="status"></p>
      </word-count>
    </div>
  );
}
