import { formatInstant, formatMoney, money } from '../../../shared/index.js';
import { Badge, LinkButton, Table, Time } from '../../../web/index.js';
import type { PriceRow, ProductPricing } from '../pricing.queries.js';

/** Every list price there ever was. */
export function PricesSection({ pricing: { prices, now } }: { pricing: ProductPricing }): JSX.Element {
  const holding = prices.find((price) => !price.withdrawal && price.effectiveAt <= now);
  return (
    <section class="section" id="prices" aria-labelledby="prices-title">
      <h2 id="prices-title">List price</h2>
      {prices.length === 0 ? (
        <p class="soft">It has no price yet, so it cannot be sold.</p>
      ) : (
        <Table
          caption="Every list price it ever had, newest first"
          columns={[
            { label: 'Holds from' },
            { label: 'List price', numeric: true },
            { label: 'Who and why' },
            { label: 'Act' },
          ]}
          rows={prices.map((price) => rowOf(price, price === holding, now))}
        />
      )}
    </section>
  );
}

const setters: Record<PriceRow['source'], string> = {
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
    <Reasons price={price} />,
    ahead ? (
      <LinkButton look="quiet" small href={`/admin/prices/${price.id}/withdrawal`}>
        Withdraw
      </LinkButton>
    ) : (
      ''
    ),
  ];
}

function Reasons({ price: { reason, withdrawal, setBy, source, recordedAt } }: { price: PriceRow }): JSX.Element {
  return (
    <>
      <span safe>{`${setBy ?? setters[source]}, ${formatInstant(recordedAt)}: ${reason}`}</span>
      {withdrawal ? <span class="soft" safe>{` Withdrawn by ${withdrawal.by}: ${withdrawal.reason}`}</span> : ''}
    </>
  );
}
