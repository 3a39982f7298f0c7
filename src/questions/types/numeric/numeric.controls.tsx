import { fieldId } from '../../../web/index.js';
import type { ControlsProps, QuestionView } from '../../views/question-view.js';

export const numericView: QuestionView = {
  Controls: NumberBox,

  words({ unit }, { value, tolerance }) {
    const affix = typeof unit === 'string' ? ` ${unit}` : '';
    const isExact = typeof tolerance !== 'string' || /^[0.]*$/.test(tolerance);
    return `${String(value)}${affix}${isExact ? '' : `, give or take ${tolerance}${affix}`}`;
  },
};

function NumberBox({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const unit = question['unit'] as string | undefined;
  const id = fieldId(`${name}.value`);
  return (
    <div class="field">
      <label for={id} safe>
        {`Your answer${unit ? ` in ${unit}` : ''}`}
      </label>
      <p class="field-help" id={`help-${question.id}`}>
        The number alone, with a decimal point: 1250 or 2.5. No comma, no spaces.
      </p>
      <div class="input-group input-short">
        <input
          class="input"
          id={id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          maxlength={40}
          name={`${name}.value`}
          value={typeof response?.['value'] === 'string' ? response['value'] : ''}
          aria-describedby={`help-${question.id} ${errorId}`}
        />
        {unit ? (
          <span class="input-affix" aria-hidden="true" safe>
            {unit}
          </span>
        ) : (
          ''
        )}
      </div>
    </div>
  );
}
