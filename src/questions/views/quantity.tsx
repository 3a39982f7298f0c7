import { fieldId } from '../../web/index.js';
import type { AskedQuestion, ControlsProps } from './question-view.js';

type Choice = { id: string; text: string };
const unitsOf = (question: AskedQuestion) => question['units'] as Choice[] | undefined;

/** A number with its unit, in words. */
export function quantityWords(question: AskedQuestion, { value, unit }: Record<string, unknown>): string {
  const chosen = unitsOf(question)?.find(({ id }) => id === unit)?.text ?? (question['unit'] as string | undefined);
  return `${String(value)}${chosen ? ` ${chosen}` : ''}`;
}

/** One box for a number; its unit stands beside it or is chosen from a list. */
export function QuantityBox({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const unit = question['unit'] as string | undefined;
  const id = fieldId(`${name}.value`);
  const helpId = `help-${question.id}`;
  return (
    <div class="field">
      <label for={id} safe>
        {`Your answer${unit ? ` in ${unit}` : ''}`}
      </label>
      <p class="field-help" id={helpId} safe>
        {helpFor(question['separator'] === ',' ? ',' : '.')}
      </p>
      <div class="quantity">
        <div class="input-group input-short">
          <input
            class="input"
            id={id}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            maxlength={45}
            name={`${name}.value`}
            value={typeof response?.['value'] === 'string' ? response['value'] : ''}
            aria-describedby={`${helpId} ${errorId}`}
          />
          {unit ? (
            <span class="input-affix" aria-hidden="true" safe>
              {unit}
            </span>
          ) : (
            ''
          )}
        </div>
        <UnitSelect question={question} name={name} response={response} errorId={errorId} />
      </div>
    </div>
  );
}

function UnitSelect({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const units = unitsOf(question);
  if (!units) return <></>;
  return (
    <select class="input select" name={`${name}.unit`} aria-label="Unit" aria-describedby={errorId}>
      <option value="">Choose the unit</option>
      {units.map(({ id, text }) => (
        <option value={id} selected={response?.['unit'] === id} safe>
          {text}
        </option>
      ))}
    </select>
  );
}

const helpFor = (separator: '.' | ','): string =>
  separator === '.'
    ? 'The number alone, with a decimal point: 1250 or 2.5. No comma, no spaces.'
    : 'The number alone, with a decimal comma: 1250 or 2,5. No point, no spaces.';
