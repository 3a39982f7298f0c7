import { Button, Field, type FormState, Select } from '../../../web/index.js';
import type { DeskTerms, PolicyVersion } from '../terms-desk.queries.js';
import { policyWords } from './terms-words.js';

interface TermsFormProps {
  action: string;
  form: FormState;
  policies: PolicyVersion[];
}

/** Sets terms from now on; orders keep those they were placed under. */
export function TermsForm({ action, form, policies }: TermsFormProps): JSX.Element {
  const options = policies
    .filter(({ latest }) => latest)
    .map((policy) => ({ value: policy.name, label: `${policy.name}: ${policyWords(policy)}` }));
  return (
    <form class="form" method="post" action={action} novalidate>
      <Select form={form} name="refundPolicy" label="Refund policy" options={options} />
      <Field
        form={form}
        name="accessDays"
        label="Access"
        help="Empty: no end date."
        inputmode="numeric"
        size="short"
        suffix="days"
        required={false}
      />
      <fieldset class="field">
        <legend>Payment in instalments</legend>
        <p class="field-help">Empty: paid at once. The first instalment is paid when ordering.</p>
        <div class="form-row">
          <Field form={form} name="instalments" label="Instalments" inputmode="numeric" size="short" required={false} />
          <Field
            form={form}
            name="everyMonths"
            label="Every"
            inputmode="numeric"
            size="short"
            suffix="months"
            required={false}
          />
          <Field
            form={form}
            name="graceDays"
            label="Grace"
            inputmode="numeric"
            size="short"
            suffix="days"
            required={false}
          />
        </div>
      </fieldset>
      <Field form={form} name="reason" label="Reason" help="Kept with the terms." maxlength={300} />
      <div class="form-actions">
        <Button>Set terms</Button>
      </div>
    </form>
  );
}

export const termsValues = ({ refundPolicy, accessDays, plan }: DeskTerms): FormState['values'] => ({
  refundPolicy,
  accessDays: accessDays === null ? '' : String(accessDays),
  ...(plan && {
    instalments: String(plan.instalments),
    everyMonths: String(plan.everyMonths),
    graceDays: String(plan.graceDays),
  }),
});
