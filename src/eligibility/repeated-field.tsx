import { FieldError, fieldId, type FormState, valueOf } from '../web/index.js';

interface RepeatedFieldProps {
  form: FormState;
  name: string;
  label: string;
}

/** A line of text in a form that stands on its page many times: only the one that came back has the field's id. */
export function RepeatedField({ form, name, label }: RepeatedFieldProps): JSX.Element {
  const isWrong = form.errors[name] !== undefined;
  return (
    <div class={['field', isWrong && 'has-error']}>
      <FieldError form={form} name={name} />
      <label class="practice-repeated">
        <span safe>{label}</span>
        <input
          class="input input-full"
          id={isWrong ? fieldId(name) : undefined}
          name={name}
          value={valueOf(form, name)}
          maxlength={500}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? `${fieldId(name)}-error` : undefined}
        />
      </label>
    </div>
  );
}
