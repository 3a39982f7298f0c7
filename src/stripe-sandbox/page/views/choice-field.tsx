import type { Choice } from '../places.js';

interface Props {
  name: string;
  label: string;
  value: string;
  choices: Choice[];
  error: string | undefined;
  autocomplete: string;
  help?: string;
}

/** One of many, as the browser's own list. */
export const ChoiceField = ({ name, label, value, choices, error, autocomplete, help }: Props): JSX.Element => {
  const described = [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={`field ${name}${error ? ' wrong' : ''}`}>
      <label for={name} safe>
        {label}
      </label>
      {help ? (
        <small id={`${name}-help`} safe>
          {help}
        </small>
      ) : (
        ''
      )}
      {error ? (
        <p class="error" id={`${name}-error`} safe>
          {error}
        </p>
      ) : (
        ''
      )}
      <select
        id={name}
        name={name}
        autocomplete={autocomplete}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
      >
        <option value="">Choose</option>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value} safe>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
};
