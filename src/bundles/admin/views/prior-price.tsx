import { formatInstant, formatMoney } from '../../../shared/index.js';
import { Table, Time } from '../../../web/index.js';
import { percentBelow } from '../../prices/price-history.js';
import type { Evidence } from '../evidence.js';

/** How the struck-through price came about, from every price of the days before. */
export function PriorPriceSection({ evidence }: { evidence: Evidence }): JSX.Element {
  const { priorPrice, price, basis, basisFrom, offer, product } = evidence;
  const days = `the ${product.market.priorPriceDays} days from ${formatInstant(basisFrom)} until ${formatInstant(offer.startsAt)}`;
  const lowest = priorPrice && `The lowest price of ${days} was ${formatMoney(priorPrice)}.`;
  const told =
    priorPrice && priorPrice.amount > price.amount
      ? `It is shown struck through, with ${percentBelow(priorPrice, price)}% off, rounded down.`
      : 'It is not above the price of the offer, so nothing is struck through.';
  return (
    <section class="section">
      <h2>Prior price</h2>
      <p safe>
        {lowest
          ? `${lowest} ${told}`
          : `It was not on sale at a known price on all of ${days}: no price is struck through and no percentage is shown.`}
      </p>
      {basis.length > 0 ? (
        <Table
          caption="Prices of the days before"
          columns={[{ label: 'From' }, { label: 'Price', numeric: true }]}
          rows={basis.map((each) => [
            <Time at={each.at} />,
            <span class="amount" safe>
              {formatMoney(each.price)}
            </span>,
          ])}
        />
      ) : (
        ''
      )}
    </section>
  );
}
