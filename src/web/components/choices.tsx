import { hasValue } from '../form-state.js';
import { controlProps, FieldError, FieldHelp, type FieldProps } from './field-frame.js';
import type { Option } from './options.js';

type ChoicesProps = FieldProps & { options: Option[]; legend?: 'normal' | 'heading' };

/** One of a few. */
export const Radios = (props: ChoicesProps): JSX.Element => <Choices {...props} type="radio" />;

/** Any of a few; the schema receives one text or a list. */
export const Checkboxes = (props: ChoicesProps): JSX.Element => <Choices {...props} type="checkbox" />;

function Choices(props: ChoicesProps & { type: 'radio' | 'checkbox' }): JSX.Element {
  const { form, name, options, type } = props;
  const { id, required, ...described } = controlProps(props);
  return (
    <fieldset class={['field', form.errors[name] && 'has-error']} aria-describedby={described['aria-describedby']}>
      <legend safe>{props.label}</legend>
      <FieldHelp {...props} />
      <FieldError {...props} />
      <div class="choices">
        {options.map((option, index) => (
          <label class="choice">
            <input
              type={type}
              name={name}
              value={option.value}
              id={index === 0 ? id : undefined}
              checked={hasValue(form, name, option.value)}
              required={required && type === 'radio'}
              aria-describedby={option.help ? `${id}-${index}-help` : undefined}
            />
            <span class="choice-text">
              <span safe>{option.label}</span>
              {option.help ? (
                <span class="choice-help" id={`${id}-${index}-help`} safe>
                  {option.help}
                </span>
              ) : (
                ''
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
