import { fieldId } from '../../../web/index.js';
import type { QuestionView } from '../../views/question-view.js';

export const shortAnswerView: QuestionView = {
  Controls: ({ name, response, errorId }) => (
    <div class="field">
      <label for={fieldId(`${name}.value`)}>Your answer</label>
      <input
        class="input"
        id={fieldId(`${name}.value`)}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength={500}
        name={`${name}.value`}
        value={typeof response?.['value'] === 'string' ? response['value'] : ''}
        aria-describedby={errorId}
      />
    </div>
  ),
  words: (_question, { value }) => String(value),
};
