import { Field, type FormState, Textarea } from '../../../web/index.js';
import type { Choice } from '../choice.js';

/** Of a gift, for whom it is; of seats, for which clinic. */
export function ForWhom({ choice: { purpose }, form }: { choice: Choice; form: FormState }): JSX.Element {
  if (purpose === 'gift') {
    return (
      <>
        <Field form={form} name="recipient.name" label="Their name" autocomplete="off" />
        <Field
          form={form}
          name="recipient.email"
          type="email"
          label="Their e-mail address"
          help="We write to them once it is paid, with a link to accept it. You can correct the address later."
          autocomplete="off"
        />
        <Textarea form={form} name="recipient.message" label="Your words to them" rows={3} required={false} />
      </>
    );
  }
  if (purpose !== 'seats') return '';
  return (
    <Field
      form={form}
      name="clinic.name"
      label="Name of the clinic"
      help="You manage it and assign its seats. If you bought for it before, type the same name."
      autocomplete="organization"
    />
  );
}
