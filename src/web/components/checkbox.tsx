import { hasValue } from '../form-state.js';
import { controlProps, FieldError, type FieldProps } from './field-frame.js';

/** One yes or no. It sends `value` (default `yes`) when ticked and nothing when not. */
export function Checkbox(props: FieldProps & { value?: string }): JSX.Element {
  const { value = 'yes', form, name } = props;
  const control = controlProps(props);
  return (
    <div class={['field', form.errors[name] && 'has-error']}>
      <FieldError {...props} />
      <label class="choice">
        <input {...control} type="checkbox" value={value} checked={hasValue(form, name, value)} />
        <span class="choice-text">
          <span safe>{props.label}</span>
          {props.help ? (
            <span class="choice-help" id={`${control.id}-help`} safe>
              {props.help}
            </span>
          ) : (
            ''
          )}
        </span>
      </label>
    </div>
  );
}
