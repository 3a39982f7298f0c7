import { formatInstant, type Money, money, share, subtract } from '../../shared/index.js';
import type { Offer } from '../prices/price-history.js';
import type { Product } from '../products/product.js';
import { seatPrice, stepFor, type VolumeStep } from '../volume/volume-step.js';
import type { QuoteReason } from './quote.js';
import { type LineDraft, split } from './quote-line.js';

export interface BasePrice {
  line: LineDraft;
  notes: string[];
}

interface Wanted {
  quantity: number;
  /** Only seats of a clinic reach volume steps. */
  forSeats: boolean;
  at: Date;
}

/**
 * The first step of the stacking rule: the list price, replaced by the offer or by the volume price, whichever is lower.
 * Nothing while the product, or a course in it, has no price. The amount is split over the courses in proportion to
 * their list prices at this moment (ASC 606-10-32-36, IFRS 15), so that refunds and books never have to split again.
 */
export function basePrice(
  product: Product,
  parts: ReadonlyMap<string, Product>,
  { quantity, forSeats, at }: Wanted,
): BasePrice | undefined {
  const list = product.history.listPriceAt(at);
  const courses = product.courseIds.flatMap((id) => courseOf(id, parts, at) ?? []);
  if (!list || courses.length === 0 || courses.length < product.courseIds.length) return undefined;
  const { chosen, notes } = cheaper(product, list, { quantity, forSeats, at });
  const { id, slug, kind, title } = product;
  const total = share(chosen?.unit ?? list, quantity, 1);
  const shares = split(
    total,
    courses.map((course) => course.listPrice.amount),
  );
  const whole = share(list, quantity, 1);
  const listReason: QuoteReason = {
    reason: 'list',
    label: quantity === 1 ? 'List price' : `List price, ${quantity} times`,
    amount: whole,
  };
  const line: LineDraft = {
    product: { id, slug, kind, title },
    quantity,
    courses: courses.map((course, index) => ({ ...course, amount: shares[index]! })),
    reasons: chosen ? [listReason, { ...chosen.reason, amount: subtract(total, whole) }] : [listReason],
  };
  return { line, notes };
}

interface Choice {
  unit: Money;
  reason: Omit<QuoteReason, 'amount'>;
}

/** Never both: the lower of the offer and the volume price replaces the list price. */
function cheaper({ history, volume, title }: Product, list: Money, { quantity, forSeats, at }: Wanted) {
  const open = history.offerAt(at);
  const offer = open && (open.seatsLeft ?? quantity) >= quantity ? open : undefined;
  const step = forSeats ? stepFor(volume, quantity) : undefined;
  const choices = [
    ...(step ? [stepChoice(seatPrice(list, step), step)] : []),
    ...(offer ? [offerChoice(money(offer.amount, list.currency), offer)] : []),
  ].sort((a, b) => a.unit.amount - b.unit.amount);
  const notes: string[] = [];
  const gone = history.soldOutAt(at);
  if (gone) notes.push(`All seats of “${gone.name}” are taken, so “${title}” is at its list price.`);
  if (open && !offer) {
    notes.push(
      `“${open.name}” has ${open.seatsLeft} of its seats left, fewer than ${quantity}: it does not hold here.`,
    );
  }
  if (choices.length === 2) {
    const won = choices[0]!.reason.reason === 'offer' ? 'offer' : 'volume price';
    notes.push(`“${title}”: an offer and a volume price do not add up. The lower one holds, which is the ${won}.`);
  }
  return { chosen: choices[0], notes };
}

const offerChoice = (unit: Money, offer: Offer): Choice => ({
  unit,
  reason: {
    reason: 'offer',
    label: `${offer.name}, until ${formatInstant(offer.endsAt)}`,
    offerId: offer.id,
    endsAt: offer.endsAt.toISOString(),
  },
});

const stepChoice = (unit: Money, { quantity, percent }: VolumeStep): Choice => ({
  unit,
  reason: { reason: 'volume', label: `${percent}% less from ${quantity} seats on` },
});

type Priced = Omit<LineDraft['courses'][number], 'amount'>;

function courseOf(id: string, parts: ReadonlyMap<string, Product>, at: Date): Priced | undefined {
  const part = parts.get(id);
  const listPrice = part?.history.listPriceAt(at);
  return part && listPrice && { id, slug: part.slug, title: part.title, listPrice };
}
