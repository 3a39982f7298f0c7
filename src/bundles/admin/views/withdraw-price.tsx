import { formatInstant, formatMoney, money } from '../../../shared/index.js';
import { Button, Field, FormErrors, type FormState, Layout, PageHeader, type PageContext } from '../../../web/index.js';
import type { PriceRow, ProductPricing } from '../pricing.queries.js';

interface WithdrawPriceProps {
  page: PageContext;
  product: ProductPricing;
  price: PriceRow;
  form: FormState;
}

export function WithdrawPriceView({ page, product, price, form }: WithdrawPriceProps): JSX.Element {
  const amount = formatMoney(money(price.amount, price.currency));
  return (
    <Layout
      page={page}
      title="Withdraw a list price"
      width="form"
      form={form}
      breadcrumbs={[
        { href: '/admin/offers', label: 'Prices and offers' },
        { href: `/admin/prices/${product.slug}`, label: product.title },
        { label: 'Withdraw a list price' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Withdraw a list price"
        lead={`${product.title} will not cost ${amount} from ${formatInstant(price.effectiveAt)}. The price before it holds on.`}
      />
      <form class="form" method="post" action={`/admin/prices/${price.id}/withdrawal`} novalidate>
        <Field
          form={form}
          name="reason"
          label="Reason"
          help="Both the price and its withdrawal stay on record."
          maxlength={300}
        />
        <div class="form-actions">
          <Button look="danger">Withdraw this price</Button>
        </div>
      </form>
    </Layout>
  );
}
