import { formatMoney, money } from '../../../shared/index.js';
import { Badge, type FormState, LinkButton, Table, Time } from '../../../web/index.js';
import type { PriceRow, ProductPricing } from '../pricing.queries.js';
import { ListPriceForm } from './list-price-form.js';

interface PricesSectionProps {
  pricing: ProductPricing;
  form?: FormState;
}

/** Every list price there ever was, and the form for the next one. */
export function PricesSection({ pricing, form }: PricesSectionProps): JSX.Element {
  const { prices, now, slug, market } = pricing;
  const holding = prices.find((price) => !price.withdrawal && price.effectiveAt <= now);
  return (
    <section class="section" id="prices" aria-labelledby="prices-title">
      <h2 id="prices-title">List price</h2>
      <div class="desk-pair">
        {prices.length === 0 ? (
          <p class="soft">It has no price yet, so it cannot be sold.</p>
        ) : (
          <Table
            caption="Every list price it ever had, newest first"
            columns={[
              { label: 'Holds from' },
              { label: 'List price', numeric: true },
              { label: 'Set by' },
              { label: 'Reason' },
              { label: 'Recorded' },
              { label: 'Act' },
            ]}
            rows={prices.map((price) => rowOf(price, price === holding, now))}
          />
        )}
        <ListPriceForm slug={slug} market={market} form={form} />
      </div>
    </section>
  );
}

const setBy: Record<PriceRow['source'], string> = {
  admin: 'an admin',
  content: 'the content folder',
  demo: 'the demonstration',
};

function rowOf(price: PriceRow, holds: boolean, now: Date): JSX.Element[] {
  const ahead = !price.withdrawal && price.effectiveAt > now;
  return [
    <>
      <Time at={price.effectiveAt} />{' '}
      {holds ? <Badge label="holds now" kind="accent" /> : ahead ? <Badge label="next" kind="outline" /> : ''}
      {price.withdrawal ? <Badge label="withdrawn" kind="neutral" /> : ''}
    </>,
    <span class="amount" safe>
      {formatMoney(money(price.amount, price.currency))}
    </span>,
    <span safe>{price.setBy ?? setBy[price.source]}</span>,
    <Reasons price={price} />,
    <Time at={price.recordedAt} />,
    ahead ? (
      <LinkButton look="quiet" small href={`/admin/prices/${price.id}/withdrawal`}>
        Withdraw
      </LinkButton>
    ) : (
      ''
    ),
  ];
}

function Reasons({ price: { reason, withdrawal } }: { price: PriceRow }): JSX.Element {
  return (
    <>
      <span safe>{reason}</span>
      {withdrawal ? <span class="soft" safe>{` Withdrawn by ${withdrawal.by}: ${withdrawal.reason}`}</span> : ''}
    </>
  );
}
