import { hasValue } from '../form-state.js';
import { controlProps, FieldFrame, type FieldProps } from './field-frame.js';
import type { Option } from './options.js';

/** One choice from many. For five choices or fewer prefer `Radios`. */
export function Select(props: FieldProps & { options: Option[]; placeholder?: string }): JSX.Element {
  return (
    <FieldFrame {...props}>
      <select {...controlProps(props)} class="input select">
        {props.placeholder ? (
          <option value="" safe>
            {props.placeholder}
          </option>
        ) : (
          ''
        )}
        {props.options.map((option) => (
          <option value={option.value} selected={hasValue(props.form, props.name, option.value)} safe>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
