import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../web/index.js';
import type { ProductPricing } from './pricing.queries.js';

// prettier-ignore
const columns = ['Holds from (UTC)', 'Until (UTC)', 'What', 'Name', 'Market', 'Amount', 'Currency', 'Recorded at (UTC)', 'By', 'Reason'];

/** Every list price and offer of a product as CSV, in the order of time, withdrawn and cancelled ones too. */
export function pricesCsv({ prices, offers }: ProductPricing): string {
  const rows = [
    ...prices.map(
      (price) =>
        [
          price.effectiveAt,
          null,
          price.withdrawal ? 'list price, withdrawn' : 'list price',
          '',
          price,
          price.recordedAt,
          price.setBy ?? price.source,
          price.reason,
        ] as const,
    ),
    ...offers.map(
      (offer) =>
        [
          offer.startsAt,
          offer.endsAt,
          offer.cancelledAt ? 'offer, cancelled' : 'offer',
          offer.name,
          offer,
          offer.createdAt,
          offer.createdBy ?? '',
          offer.extension ? `Extended from ${offer.extension.oldEndsAt.toISOString()}: ${offer.extension.reason}` : '',
        ] as const,
    ),
  ].sort((a, b) => a[0].getTime() - b[0].getTime());
  const cells = rows.map(([from, until, what, name, { market, amount, currency }, recordedAt, by, reason]) => [
    ...[from.toISOString(), until?.toISOString() ?? '', what, plain(name), market],
    ...[decimal(amount, currency), currency, recordedAt.toISOString(), plain(by), plain(reason)],
  ]);
  return stringify([columns, ...cells]);
}
