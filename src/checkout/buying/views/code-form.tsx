import { Button, Field, type FormState } from '../../../web/index.js';
import { type Choice, choiceFields } from '../choice.js';

/** Asks for a code; the page comes back at the price with it, or with the reason why it does not count. */
export function CodeForm({ choice, form }: { choice: Choice; form: FormState }): JSX.Element {
  const { code, ...others } = choiceFields(choice);
  return (
    <form class="form" method="get" action="/checkout" novalidate>
      {Object.entries(others).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Field form={form} name="code" label="Promotion code" size="medium" required={false} autocomplete="off" />
      <div class="form-actions">
        <Button look="secondary">{code ? 'Use another code' : 'Use the code'}</Button>
      </div>
    </form>
  );
}
