import { Chance } from './chance.js';

/** What becomes of an order, and after how many days. */
export interface Fate {
  what:
    | 'kept'
    | 'refunded'
    | 'partly refunded'
    | 'refund fails'
    | 'refunded in the dashboard'
    | 'dispute won'
    | 'dispute lost'
    | 'dispute open';
  after: number;
}

export interface PlannedOrder {
  buyer: number;
  market: string;
  products: string[];
  inInstalments: boolean;
  fate: Fate;
  /** Days until its courses are completed; null: not in this year. */
  completedAfter: number | null;
}

export interface PlannedDay {
  /** The first instant of the day, UTC. */
  at: Date;
  orders: PlannedOrder[];
}

export interface YearTerms {
  orders: number;
  seed: number;
  /** The day after the last one, `YYYY-MM-DD`. */
  until: string;
  days: number;
  bundle: string;
  courses: readonly string[];
}

const day = 86_400_000;
const markets = [
  [66, 'default'],
  [18, 'eu'],
  [9, 'gb'],
  [5, 'jp'],
  [2, 'kw'],
] as const;
const fates: readonly (readonly [number, Fate['what']])[] = [
  ...([
    [92.8, 'kept'],
    [3.4, 'refunded'],
    [1.8, 'partly refunded'],
    [0.2, 'refund fails'],
  ] as const),
  ...([
    [1.1, 'refunded in the dashboard'],
    [0.3, 'dispute won'],
    [0.3, 'dispute lost'],
    [0.1, 'dispute open'],
  ] as const),
];

/** A year of trade, drawn from a seed: it grows, weekends are quiet, January and September are busy. */
export function planYear(terms: YearTerms): PlannedDay[] {
  const chance = new Chance(terms.seed);
  const end = Date.parse(`${terms.until}T00:00:00Z`);
  const days = Array.from({ length: terms.days }, (_, index) => new Date(end - (terms.days - index) * day));
  const weights = days.map((at, index) => weightOf(at, index / terms.days));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let planned = 0;
  let due = 0;
  return days.map((at, index) => {
    due += (terms.orders * weights[index]!) / total;
    const count = Math.round(due) - planned;
    const orders = Array.from({ length: count }, (_, nth) => planOrder(chance, terms, planned + nth));
    planned += count;
    return { at, orders };
  });
}

function weightOf(at: Date, passed: number): number {
  const isWeekend = at.getUTCDay() % 6 === 0;
  const isBusy = [0, 8].includes(at.getUTCMonth());
  return (1 + 1.2 * passed) * (isWeekend ? 0.55 : 1) * (isBusy ? 1.3 : 1);
}

function planOrder(chance: Chance, { bundle, courses }: YearTerms, buyer: number): PlannedOrder {
  const market = chance.oneOf(markets);
  const first = courses[chance.below(courses.length)]!;
  const second = courses[chance.below(courses.length)]!;
  const isBundle = chance.happens(0.35);
  const products = isBundle ? [bundle] : first !== second && chance.happens(0.2) ? [first, second] : [first];
  return {
    ...{ buyer, market, products },
    inInstalments: isBundle && market === 'default' && chance.happens(0.12),
    fate: { what: chance.oneOf(fates), after: 1 + chance.below(25) },
    completedAfter: !isBundle && chance.happens(0.15) ? 5 + chance.below(60) : null,
  };
}
