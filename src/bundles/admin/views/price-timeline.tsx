import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { formatInstant, formatMoney, money } from '../../../shared/index.js';
import { canvas, ChartFrame, LabelAxis, ValueAxis } from '../../../web/index.js';
import type { PriceTimeline, TimelineOffer } from '../price-timeline.js';

interface PriceTimelineProps {
  caption: string;
  timeline: PriceTimeline;
  currency: string;
  events: { at: Date; what: string }[];
  /** The table of events stands open. */
  open?: boolean;
}

const lane = { top: 22, height: 24 };
const plot = { top: 72, bottom: 252 };
const height = 280;

/** Offers above, the price they make beneath, on one axis of time; the events as a table below. */
export function PriceTimelineView({ caption, timeline, currency, events, open }: PriceTimelineProps): JSX.Element {
  const x = scaleUtc([timeline.from, timeline.until], [canvas.left, canvas.width - canvas.right]);
  const top = Math.max(
    1,
    ...timeline.steps.map((step) => step.amount),
    ...timeline.offers.map((offer) => offer.amount),
  );
  const y = scaleLinear([0, top], [plot.bottom, plot.top]).nice(4);
  const text = (amount: number) => formatMoney(money(amount, currency)).replace(/[.]0+$/, '');
  const last = timeline.steps.at(-1);
  const steps = last ? [...timeline.steps, { at: timeline.until, amount: last.amount }] : [];
  const path = line<(typeof steps)[number]>(
    (step) => x(step.at),
    (step) => y(step.amount),
  ).curve(curveStepAfter)(steps);
  return (
    <ChartFrame
      caption={caption}
      summary={`${caption}. Now: ${priceNow(timeline, currency)}. ${timeline.offers.length} offers are drawn.`}
      height={height}
      open={open}
      table={{
        figures: false,
        columns: ['When', 'What'],
        rows: events.map(({ at, what }) => [formatInstant(at), what]),
      }}
    >
      {timeline.rests.map((rest) => (
        <Rest from={x(rest.from)} until={Math.min(x(rest.until), canvas.width - canvas.right)} />
      ))}
      {timeline.offers.map((offer) => (
        <OfferBar
          offer={offer}
          from={Math.max(x(offer.from), canvas.left)}
          until={x(offer.until)}
          old={offer.oldEnd && x(offer.oldEnd)}
        />
      ))}
      <ValueAxis ticks={y.ticks(4).map((value) => ({ at: y(value), label: text(value) }))} />
      <path class="chart-line" d={path ?? ''} />
      <LabelAxis y={plot.bottom + 20} labels={x.ticks(6).map((at) => ({ at: x(at), label: day.format(at) }))} />
      <line class="price-now-line" x1={x(timeline.now)} x2={x(timeline.now)} y1={lane.top - 6} y2={plot.bottom} />
      <text class="chart-label chart-label-middle" x={x(timeline.now)} y={12}>
        now
      </text>
    </ChartFrame>
  );
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function priceNow({ steps, now }: PriceTimeline, currency: string): string {
  const holding = steps.findLast((step) => step.at <= now);
  return holding ? formatMoney(money(holding.amount, currency)) : 'no price';
}

function Rest({ from, until }: { from: number; until: number }): JSX.Element {
  if (until <= canvas.left) return '';
  const start = Math.max(from, canvas.left);
  return (
    <rect class="price-rest" x={start} y={lane.top} width={Math.max(0, until - start)} height={lane.height}>
      <title>Rest: no other limited offer here</title>
    </rect>
  );
}

interface OfferBarProps {
  offer: TimelineOffer;
  from: number;
  until: number;
  old?: number;
}

/** An offer in the lane, its extension set off; the name stands in it only if there is room. */
function OfferBar({ offer, from, until, old }: OfferBarProps): JSX.Element {
  if (until <= canvas.left) return '';
  const width = Math.max(2, until - from);
  return (
    <g>
      <rect
        class={`price-offer price-offer-${offer.standing}`}
        x={from}
        y={lane.top}
        width={width}
        height={lane.height}
        rx="3"
      >
        <title safe>{`${offer.name}: ${formatInstant(offer.from)} until ${formatInstant(offer.until)}`}</title>
      </rect>
      {old === undefined ? (
        ''
      ) : (
        <line class="price-old-end" x1={old} x2={old} y1={lane.top} y2={lane.top + lane.height} />
      )}
      {width > offer.name.length * 7 + 8 ? (
        <text class="price-offer-name" x={from + 6} y={lane.top + 16} safe>
          {offer.name}
        </text>
      ) : (
        ''
      )}
    </g>
  );
}
