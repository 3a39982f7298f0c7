import { Button, Field, type FormState } from '../../../web/index.js';
import { type Choice, choiceFields } from '../choice.js';

/** What changes the price: seats and code. The page comes back with it, or with the reason why it does not count. */
export function PriceForm({ choice, form }: { choice: Choice; form: FormState }): JSX.Element {
  const typedHere = ['code', 'quantity'];
  const others = Object.entries(choiceFields(choice)).filter(([name]) => !typedHere.includes(name));
  const isForSeats = choice.purpose === 'seats';
  return (
    <form class="form" method="get" action="/checkout" novalidate>
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {isForSeats ? (
        <Field
          form={form}
          name="quantity"
          label="Seats"
          help="Each seat is for one person."
          size="short"
          inputmode="numeric"
        />
      ) : (
        ''
      )}
      <Field form={form} name="code" label="Promotion code" size="medium" required={false} autocomplete="off" />
      <div class="form-actions">
        <Button look="secondary">{isForSeats ? 'Update the price' : 'Use the code'}</Button>
      </div>
    </form>
  );
}
