import { spoken, T } from '../words/index.js';
import type { Children } from '@kitajs/html';
import type { FormState } from '../form-state.js';
import { Icon } from '../icon.js';

export interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  /** One plain sentence; a screen reader hears it with the field. */
  help?: string;
  required?: boolean;
}

/** The id of a field; the error summary links to it. */
export const fieldId = (name: string): string => `field-${name.replace(/[^\w-]/g, '-')}`;

/** Attributes every control shares: its id, and what describes it. */
export function controlProps({ form, name, help, required }: FieldProps) {
  const id = fieldId(name);
  const described = [help && `${id}-help`, form.errors[name] && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: required ?? false,
    'aria-describedby': described || undefined,
    'aria-invalid': form.errors[name] ? ('true' as const) : undefined,
  };
}

/** Label above, help under it, the error right at the control. */
export function FieldFrame(props: FieldProps & { optional?: boolean; children?: Children }): JSX.Element {
  const error = props.form.errors[props.name];
  return (
    <div class={['field', error && 'has-error']}>
      <label for={fieldId(props.name)}>
        <span safe>{props.label}</span>
        {props.required === false ? (
          <span class="field-optional">
            {' '}
            <T>(optional)</T>
          </span>
        ) : (
          ''
        )}
      </label>
      <FieldHelp {...props} />
      <FieldError {...props} />
      {props.children}
    </div>
  );
}

export function FieldHelp({ name, help }: Pick<FieldProps, 'name' | 'help'>): JSX.Element {
  if (!help) return '';
  return (
    <p class="field-help" id={`${fieldId(name)}-help`} safe>
      {help}
    </p>
  );
}

export function FieldError({ form, name }: Pick<FieldProps, 'form' | 'name'>): JSX.Element {
  const error = form.errors[name];
  if (!error) return '';
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <Icon name="circle-alert" size={18} />
      <span class="visually-hidden">
        <T>Error:</T>{' '}
      </span>
      <span lang={spoken(error).lang} safe>
        {spoken(error).text}
      </span>
    </p>
  );
}
