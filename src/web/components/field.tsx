import { valueOf } from '../form-state.js';
import { controlProps, FieldFrame, type FieldProps } from './field-frame.js';

interface TextFieldProps extends FieldProps {
  type?:
    'text' | 'email' | 'password' | 'number' | 'search' | 'tel' | 'url' | 'date' | 'month' | 'datetime-local' | 'time';
  /** The purpose of the field for password managers and autofill: `email`, `new-password`, `name` … */
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  /** How much is usually typed: a short field looks short. */
  size?: 'short' | 'medium' | 'full';
  /** Shown before or after the input, for example `$` or `U/mL`. */
  prefix?: string;
  suffix?: string;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  maxlength?: number;
}

/** A line of text. A password is never put back into the page. */
export function Field(props: TextFieldProps): JSX.Element {
  const { type = 'text', size = 'full', prefix, suffix } = props;
  const input = (
    <input
      {...controlProps(props)}
      type={type}
      class={`input input-${size}`}
      value={type === 'password' ? undefined : valueOf(props.form, props.name)}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      min={text(props.min)}
      max={text(props.max)}
      step={text(props.step)}
      maxlength={props.maxlength}
    />
  );
  if (!prefix && !suffix) return <FieldFrame {...props}>{input}</FieldFrame>;
  return (
    <FieldFrame {...props}>
      <div class={`input-group input-${size}`}>
        {prefix ? (
          <span class="input-affix" aria-hidden="true" safe>
            {prefix}
          </span>
        ) : (
          ''
        )}
        {input}
        {suffix ? (
          <span class="input-affix" aria-hidden="true" safe>
            {suffix}
          </span>
        ) : (
          ''
        )}
      </div>
    </FieldFrame>
  );
}

const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value));
