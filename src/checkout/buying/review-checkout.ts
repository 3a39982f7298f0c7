import { Injectable } from '@nestjs/common';
import { Holdings, type Owned, type Quote, QuoteBasket } from '../../bundles/index.js';
import { Database } from '../../database/index.js';
import { EnrollmentQueries, type PausedCourse } from '../../enrollment/index.js';
import { Clock, DomainError, notFound } from '../../shared/index.js';
import { type CheckoutPromise, planOf, promiseOf } from '../orders/checkout-promise.js';
import type { Order } from '../orders/order.entity.js';
import { OrderQueries, type OverlappingOrder } from '../orders/order.queries.js';
import { PromiseQueries } from '../orders/promise.queries.js';
import { basketText } from './checkout-request.js';
import { type Choice, type Chooser, requestOf, seatsOf, seatsSentence } from './choice.js';
import { lockMinutes } from './place-order.js';

/** What a buyer sees before they confirm. */
export interface Review {
  choice: Choice;
  quote: Quote;
  promise: CheckoutPromise;
  /** Their open checkout of the same, whose price they keep. */
  open: Order | undefined;
  /** Others of theirs with the same courses, which could be paid as well. */
  overlapping: OverlappingOrder[];
  /** Courses of it that they have already, paused just now. */
  paused: PausedCourse[];
  /** Into how many instalments it may be split. */
  instalments: number | null;
  /** Why a part of the choice is not counted, by its field. */
  errors: Record<string, string>;
}

/** The price and the promise of a choice now, or of the checkout that is open for it. */
@Injectable()
export class ReviewCheckout {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotes: QuoteBasket,
    private readonly holdings: Holdings,
    private readonly promises: PromiseQueries,
    private readonly orders: OrderQueries,
    private readonly enrollments: EnrollmentQueries,
  ) {}

  /** @throws not_found for a product that is not sold, already_owned */
  async execute(chooser: Chooser, asked: Choice): Promise<Review> {
    const at = await this.clock.now();
    const { personId } = chooser;
    const owned = await this.holdings.of(personId);
    const open = await this.orders.openFor(this.db, personId, basketText(requestOf(asked, chooser)), at);
    const { quote: fresh, choice, errors } = await this.quoted(chooser, asked, { at, owned }, open);
    const kept = open && (!fresh || open.total <= fresh.total.amount) ? open : undefined;
    const quote = kept?.quote ?? fresh!;
    const { terms, editions } = await this.promises.of(quote);
    const plan = choice.purpose === 'self' ? planOf(quote, terms) : null;
    const lockedUntil = new Date(at.getTime() + lockMinutes * 60_000);
    const inInstalments = choice.pay === 'instalments' && plan !== null;
    return {
      choice,
      quote,
      promise: kept?.terms ?? promiseOf({ quote, terms, editions, lockedUntil, inInstalments }),
      open: kept,
      paused: await this.paused(choice, personId, quote),
      overlapping: await this.overlapping(choice, personId, quote, kept),
      instalments: plan?.instalments ?? null,
      errors: { ...(kept ? {} : errors), ...(seatsOf(choice) === undefined && { quantity: seatsSentence }) },
    };
  }

  private async overlapping(
    { purpose }: Choice,
    personId: string,
    { lines }: Quote,
    kept: Order | undefined,
  ): Promise<OverlappingOrder[]> {
    const courseIds = lines.flatMap(({ courses }) => courses.map(({ id }) => id));
    return purpose === 'self' ? this.orders.overlapping(personId, courseIds, kept?.id ?? null) : [];
  }

  private async paused({ purpose }: Choice, personId: string, { lines }: Quote): Promise<PausedCourse[]> {
    if (purpose !== 'self') return [];
    const paused = await this.enrollments.paused(personId);
    return paused.filter(({ courseId }) => lines.some(({ courses }) => courses.some(({ id }) => id === courseId)));
  }

  /** A code that does not count is named at its field, and the price is shown without it. */
  private async quoted(
    chooser: Chooser,
    choice: Choice,
    context: { at: Date; owned: Owned },
    open: Order | undefined,
  ): Promise<{ quote?: Quote; choice: Choice; errors: Record<string, string> }> {
    const quote = (asked: Choice) =>
      this.quotes.execute(requestOf(asked, chooser), { ...context, personId: chooser.personId });
    try {
      return { quote: await quote(choice), choice, errors: {} };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (open) return { choice, errors: {} };
      if (!choice.code || !error.fields.code) throw error.code === 'product_unknown' ? notFound('product') : error;
      const plain = await this.quoted(chooser, { ...choice, code: undefined }, context, undefined);
      return { ...plain, errors: { code: error.fields.code } };
    }
  }
}
