import {
  add,
  formatInstant,
  formatMoney,
  type Money,
  money,
  share,
  splitByLargestRemainder,
  subtract,
} from '../../shared/index.js';
import type { Offer } from '../prices/price-history.js';
import type { Product } from '../products/product.js';
import type { Holding, QuoteLine, QuoteReason } from './quote.js';

type Course = QuoteLine['courses'][number];
type Priced = Omit<Course, 'amount'>;

export interface VolumeStep {
  /** From so many seats on. */
  quantity: number;
  percent: number;
}

/**
 * What each course of a line is sold for: the amount in proportion to their list prices at this moment
 * (ASC 606-10-32-36, IFRS 15), so that refunds and books never have to split again.
 */
export function sharesOf(amount: Money, courses: readonly Pick<Priced, 'listPrice'>[]): Money[] {
  return splitBy(
    amount,
    courses.map((course) => course.listPrice.amount),
  );
}

/** Courses that are only sold together, or cost nothing, weigh the same. */
function splitBy(amount: Money, weights: number[]): Money[] {
  return splitByLargestRemainder(amount, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
}

/** A line on its way to its price. Each step takes something off, gives its reason, and keeps the courses' shares exact. */
export class PricedLine {
  readonly reasons: QuoteReason[] = [];
  courses: Course[];
  offer: Offer | undefined;

  constructor(
    readonly product: Product,
    readonly quantity: number,
    unit: Money,
    courses: Priced[],
  ) {
    const amount = times(unit, quantity);
    const label = quantity > 1 ? `List price, ${quantity} × ${formatMoney(unit)}` : 'List price';
    this.reasons.push({ reason: 'list', label, amount });
    const shares = sharesOf(amount, courses);
    this.courses = courses.map((course, index) => ({ ...course, amount: shares[index]! }));
  }

  get amount(): Money {
    const [first, ...rest] = this.reasons.map((reason) => reason.amount) as [Money, ...Money[]];
    return add(first, ...rest);
  }

  /** The lower of offer and volume step replaces the list price; they never add up. */
  lower(offer: Offer | undefined, steps: readonly VolumeStep[]): void {
    const list = this.amount;
    const step = steps.filter((each) => each.quantity <= this.quantity).sort((a, b) => b.quantity - a.quantity)[0];
    const byStep = step && subtract(list, share(list, step.percent, 100));
    const byOffer = offer && times(money(offer.amount, list.currency), this.quantity);
    if (byOffer && byOffer.amount < list.amount && (!byStep || byOffer.amount <= byStep.amount)) {
      this.offer = offer;
      const label = `${offer.name}, until ${formatInstant(offer.endsAt)}`;
      this.setTo(byOffer, { reason: 'offer', label, offerId: offer.id, endsAt: offer.endsAt.toISOString() });
    } else if (step && byStep!.amount < list.amount) {
      this.setTo(byStep!, { reason: 'volume', label: `${step.percent} % from ${step.quantity} seats on` });
    }
  }

  /** What was paid for a course before, at most what that course costs in this line. */
  credit({ courseId, creditable, orderLineId, orderNumber }: Holding): void {
    const course = this.courses.find((each) => each.id === courseId);
    if (!course || creditable.currency !== course.amount.currency) return;
    const amount = money(Math.min(Math.max(creditable.amount, 0), course.amount.amount), creditable.currency);
    if (amount.amount === 0) return;
    const label = `You have ${course.title}, bought in order ${orderNumber}`;
    this.reasons.push({ reason: 'upgrade_credit', label, amount: negative(amount), courseId, orderLineId });
    this.courses = this.courses.map((each) =>
      each === course ? { ...each, amount: subtract(each.amount, amount) } : each,
    );
  }

  /** Takes a part of what is left off every course of the line. */
  discount(amount: Money, codeId: string, label: string): void {
    if (amount.amount === 0) return;
    const parts = splitBy(
      amount,
      this.courses.map((course) => course.amount.amount),
    );
    this.reasons.push({ reason: 'code', label, amount: negative(amount), codeId });
    this.courses = this.courses.map((course, index) => ({ ...course, amount: subtract(course.amount, parts[index]!) }));
  }

  done(): QuoteLine {
    const { id, slug, kind, title } = this.product;
    const { quantity, courses, reasons, amount } = this;
    return { product: { id, slug, kind, title }, quantity, courses, reasons, amount };
  }

  private setTo(amount: Money, why: Omit<QuoteReason, 'amount'>): void {
    this.reasons.push({ ...why, amount: subtract(amount, this.amount) });
    const shares = sharesOf(amount, this.courses);
    this.courses = this.courses.map((course, index) => ({ ...course, amount: shares[index]! }));
  }
}

const times = (unit: Money, quantity: number): Money => money(unit.amount * quantity, unit.currency);
const negative = (amount: Money): Money => money(-amount.amount, amount.currency);
