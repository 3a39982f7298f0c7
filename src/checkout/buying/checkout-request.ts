import { type Basket, defaultMarket, type Quote } from '../../bundles/index.js';
import type { Money } from '../../shared/index.js';
import type { ClinicWish } from '../../seats/index.js';
import { clinicMissing, namedInVain, priceChanged, recipientMissing } from '../checkout.errors.js';
import type { Order, Recipient } from '../orders/order.entity.js';

/** What a buyer asks for. Nothing in it is a price but the total they were shown. */
export interface CheckoutRequest extends Basket {
  personId: string;
  /** The same key gives the same order. */
  idempotencyKey?: string | undefined;
  /** The total the buyer was shown; another price now refuses the order. */
  expectedTotal?: Money | undefined;
  /** Pays in the instalments of the product's plan. */
  inInstalments?: boolean | undefined;
  /** For whom a gift is. */
  recipient?: Recipient | undefined;
  /** For which clinic seats are, as the buyer names it; becomes `clinicId`. */
  clinic?: ClinicWish | undefined;
  clinicId?: string | undefined;
  /** Where the terms were accepted; evidence if the payment is disputed. */
  client?: { ip: string; userAgent: string | null } | undefined;
}

/** A gift is for somebody, seats are for a clinic, all else is for oneself. @throws recipient_missing, clinic_missing, named_in_vain */
export function refuseUnnamed({ purpose, recipient, clinic, clinicId }: CheckoutRequest): void {
  if (purpose === 'gift' && !recipient) throw recipientMissing();
  if (purpose === 'seats' && !clinic && !clinicId) throw clinicMissing();
  if (purpose !== 'gift' && recipient) throw namedInVain('recipient');
  if (purpose !== 'seats' && clinic) throw namedInVain('clinic');
}

/** What was asked for, in a form that compares: the same basket gives the same text. */
export function basketText({ items, ...basket }: CheckoutRequest): string {
  const sorted = items.map(({ product, quantity = 1 }) => [product, quantity] as const).sort();
  const { code, market = defaultMarket, purpose = 'self', inInstalments = false, recipient, clinicId } = basket;
  const typedCode = code?.toUpperCase().replace(/\s/g, '') || null;
  return JSON.stringify([
    sorted,
    typedCode,
    market,
    purpose,
    inInstalments,
    recipient?.email ?? null,
    clinicId ?? null,
  ]);
}

/** @throws price_changed with the quote as it is now */
export function refuseOtherTotal(quote: Quote, expected: Money | undefined): void {
  if (!expected) return;
  const { amount, currency } = quote.total;
  if (expected.amount !== amount || expected.currency !== currency) throw priceChanged(quote);
}

/** An order that is there already may cost less than what the buyer was shown, never more. @throws price_changed */
export function refuseDearer(order: Order, expected: Money | undefined): void {
  if (!expected) return;
  if (expected.currency !== order.currency || order.total > expected.amount) throw priceChanged(order.quote);
}
