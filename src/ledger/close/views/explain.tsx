import type { PayoutRow } from '../../../checkout/index.js';
import { formatMoney } from '../../../shared/index.js';
import {
  Button,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Textarea,
} from '../../../web/index.js';
import { differenceOf } from '../checklist.js';

interface Props {
  page: PageContext;
  form: FormState;
  payout: PayoutRow;
}

/** Says why a payout is not what it was made of. */
export function ExplainView({ page, form, payout }: Props): JSX.Element {
  const { id, currency } = payout;
  const difference = differenceOf(payout);
  const address = `/books/payouts/${id}`;
  return (
    <Layout
      page={page}
      title="Explain a difference"
      width="form"
      form={form}
      breadcrumbs={[{ href: '/books/payouts', label: 'Payouts' }, { href: address, label: id }, { label: 'Explain' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Explain a difference"
        lead={
          difference === undefined
            ? 'This payout has no difference to explain.'
            : `The payout differs from the sum of its transactions by ${formatMoney({ amount: difference, currency })}. With an explanation, its month can be closed.`
        }
      />
      {difference === undefined ? (
        ''
      ) : (
        <form class="form" method="post" action={`${address}/explanation`} novalidate>
          <Textarea
            form={form}
            name="note"
            label="Why it differs"
            help="Kept with your name and the time. It holds for exactly this difference."
            rows={4}
          />
          <div class="form-actions">
            <Button>Keep the explanation</Button>
          </div>
        </form>
      )}
    </Layout>
  );
}
