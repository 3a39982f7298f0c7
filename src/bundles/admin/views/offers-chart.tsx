import { scaleUtc } from 'd3-scale';
import { formatInstant } from '../../../shared/index.js';
import { canvas, ChartFrame, LabelAxis } from '../../../web/index.js';
import { daysAfter, daysBefore } from '../../prices/days.js';
import type { OfferRow, ProductPricing } from '../pricing.queries.js';
import { standingOf } from '../standing.js';

const lanes = { top: 24, height: 34, left: 230 };
const bar = 20;

/** The offers of all products on one axis of time, with the rest after each. */
export function OffersChart({ products, now }: { products: ProductPricing[]; now: Date }): JSX.Element {
  const rows = products.map((product) => ({
    ...product,
    offers: product.offers.filter((offer) => !offer.cancelledAt),
  }));
  const all = rows.flatMap(({ title, offers }) => offers.map((offer) => ({ title, offer })));
  const restDays = products[0]?.market.coolingOffDays ?? 0;
  const ends = all.map(({ offer }) => daysAfter(offer.endsAt, restDays).getTime());
  const until = new Date(Math.max(daysAfter(now, 90).getTime(), ...ends));
  const x = scaleUtc([daysBefore(now, 60), until], [lanes.left, canvas.width - canvas.right]).clamp(true);
  const bottom = lanes.top + rows.length * lanes.height;
  return (
    <ChartFrame
      caption="Offers of all products"
      summary={`${all.filter(({ offer }) => standingOf(offer, now) === 'running').length} offers run now, ${all.filter(({ offer }) => standingOf(offer, now) === 'next').length} come next.`}
      height={bottom + 30}
      table={{
        figures: false,
        columns: ['Product', 'Offer', 'Starts', 'Ends', 'Rest until'],
        rows: all.map(({ title, offer }) => [
          title,
          offer.name,
          ...[offer.startsAt, offer.endsAt, daysAfter(offer.endsAt, restDays)].map((at) => formatInstant(at)),
        ]),
      }}
    >
      {rows.map(({ title, offers }, index) => (
        <Lane
          title={title}
          offers={offers}
          restDays={restDays}
          top={lanes.top + index * lanes.height}
          x={x}
          now={now}
        />
      ))}
      <LabelAxis y={bottom + 20} labels={x.ticks(6).map((at) => ({ at: x(at), label: day.format(at) }))} />
      <line class="price-now-line" x1={x(now)} x2={x(now)} y1={lanes.top - 6} y2={bottom} />
      <text class="chart-label chart-label-middle" x={x(now)} y={12}>
        now
      </text>
    </ChartFrame>
  );
}

interface LaneProps {
  title: string;
  offers: OfferRow[];
  restDays: number;
  top: number;
  x: (at: Date) => number;
  now: Date;
}

function Lane({ title, offers, restDays, top, x, now }: LaneProps): JSX.Element {
  const y = top + (lanes.height - bar) / 2;
  return (
    <g>
      <line class="chart-grid" x1={0} x2={canvas.width} y1={top} y2={top} />
      <text class="chart-label" x={0} y={top + 21} safe>
        {shorten(title)}
      </text>
      {offers.map((offer) => (
        <>
          <rect
            class="price-rest"
            x={x(offer.endsAt)}
            y={y}
            width={x(daysAfter(offer.endsAt, restDays)) - x(offer.endsAt)}
            height={bar}
          />
          <rect
            class={`price-offer price-offer-${standingOf(offer, now)}`}
            x={x(offer.startsAt)}
            y={y}
            width={Math.max(2, x(offer.endsAt) - x(offer.startsAt))}
            height={bar}
            rx="3"
          >
            <title safe>{`${offer.name}: ${formatInstant(offer.startsAt)} until ${formatInstant(offer.endsAt)}`}</title>
          </rect>
        </>
      ))}
    </g>
  );
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shorten = (title: string): string => (title.length > 34 ? `${title.slice(0, 33).trimEnd()}…` : title);
