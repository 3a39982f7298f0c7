import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Quote } from '../../bundles/index.js';
import type { CheckoutPromise } from './checkout-promise.js';

export type OrderStatus =
  'pending' | 'awaiting_payment' | 'paid' | 'expired' | 'refunded' | 'partially_refunded' | 'disputed';

/** Whether tax is in the prices shown, comes on top, or is not collected. */
export type TaxDisplay = 'none' | 'included' | 'added';

/** For oneself, for one other person, or seats for a clinic. */
export type OrderPurpose = 'self' | 'gift' | 'seats';

/** When and from where a buyer accepted the terms. */
export interface Acceptance {
  at: string;
  ip: string;
  userAgent: string | null;
}

/** For whom a gift is. */
export interface Recipient {
  name: string;
  email: string;
  message: string;
}

/** Where the buyer is taxed, as Stripe says once it is settled. */
export interface Billed {
  country: string | null;
  /** Where taxes differ by state or province: "CA". */
  state?: string;
  taxIds: string[];
  /** `none`, `exempt` or `reverse` */
  exempt: string;
}

/** What Stripe says of a Checkout Session right now. Amounts in minor units. */
export interface SessionState {
  sessionId: string;
  orderId: string | null;
  progress: 'open' | 'paid' | 'awaiting' | 'failed' | 'expired';
  /** With tax. */
  amount: number;
  /** Of its lines, before tax that comes on top. */
  subtotal: number;
  tax: number;
  /** Of each line, in their order; empty while it is not known. */
  lineTaxes: number[];
  currency: string;
  customer: string | null;
  billed: Billed | null;
  paymentIntent: string | null;
  charge: string | null;
  /** "Visa ending 4242" */
  method: string;
  /** The card, where it is kept for instalments. */
  paymentMethod: string | null;
}

/** What a state of the session means for the order. */
export type Move = 'settle' | 'await' | 'fail' | 'expire' | 'review' | 'none';

// The database holds these; they are named here so that the migrations can be compared with the entity.
@Entity('orders')
@Unique('uq_orders_number', ['number'])
@Unique('uq_orders_checkout_session', ['checkoutSessionId'])
@Unique('uq_orders_idempotency_key', ['personId', 'idempotencyKey'])
@Check('ck_orders_status', 'see the migration')
@Check('ck_orders_total', 'total >= 0')
@Check('ck_orders_tax_display', 'see the migration')
@Check('ck_orders_purpose', 'see the migration')
@Check('ck_orders_tax', 'tax >= 0')
@Check('ck_orders_paid_is_settled', 'see the migration')
@Index('ix_orders_open', ['checkoutExpiresAt'], { where: `status IN ('pending', 'awaiting_payment')` })
@Index('ix_orders_person', { synchronize: false })
@Index('ix_orders_created_at', { synchronize: false })
export class Order {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_orders' }) id: string;
  @Column('text') number: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') status: OrderStatus;
  @Column('text') currency: string;
  @Column('bigint') total: number;
  @Column('jsonb') quote: Quote;
  /** What was asked for, in a form that compares: the same basket gives the same text. */
  @Column('text') basket: string;
  @Column('text', { name: 'idempotency_key', nullable: true }) idempotencyKey: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'checkout_expires_at' }) checkoutExpiresAt: Date;
  @Column('text', { name: 'checkout_session_id', nullable: true }) checkoutSessionId: string | null;
  @Column('text', { name: 'checkout_url', nullable: true }) checkoutUrl: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason: string | null;
  @Column('text', { default: 'default' }) market: string;
  @Column('text', { name: 'tax_display', default: 'none' }) taxDisplay: TaxDisplay;
  @Column('text', { default: 'self' }) purpose: OrderPurpose;
  @Column('jsonb', { nullable: true }) terms: CheckoutPromise | null;
  @Column('jsonb', { nullable: true }) accepted: Acceptance | null;
  @Column('jsonb', { nullable: true }) recipient: Recipient | null;
  @Column('uuid', { name: 'clinic_id', nullable: true }) clinicId: string | null;
  @Column('jsonb', { nullable: true }) plan: { instalments: number; everyMonths: number } | null;
  @Column('text', { name: 'customer_id', nullable: true }) customerId: string | null;
  /** The card that instalments are charged to. */
  @Column('text', { name: 'payment_method', nullable: true }) paymentMethod: string | null;
  /** Whom Stripe billed: country, tax ids. */
  @Column('jsonb', { nullable: true }) billed: Billed | null;
  /** From Stripe's totals once it is settled, in minor units. */
  @Column('bigint', { default: 0 }) tax: number;

  get isSettled(): boolean {
    return this.settledAt !== null;
  }

  /** Decides on what Stripe says, never on how we came to ask. Money that was taken settles even an expired order. */
  moveFor(state: SessionState): Move {
    if (this.isSettled) return 'none';
    if (!this.matches(state)) return state.progress === 'paid' || state.progress === 'awaiting' ? 'review' : 'none';
    if (state.progress === 'paid') return state.paymentIntent ? 'settle' : 'review';
    if (this.status === 'expired') return 'none';
    if (state.progress === 'awaiting') return this.status === 'awaiting_payment' ? 'none' : 'await';
    if (state.progress === 'failed') return 'fail';
    return state.progress === 'expired' ? 'expire' : 'none';
  }

  /** What its payment page asks for, before any tax that comes on top. */
  get dueNow(): number {
    return this.terms?.plan?.instalments[0]?.amount.amount ?? this.total;
  }

  private matches({ orderId, currency, amount, subtotal, tax }: SessionState): boolean {
    if (orderId !== this.id || currency !== this.currency) return false;
    switch (this.taxDisplay) {
      case 'none':
        return amount === this.dueNow && tax === 0;
      case 'included':
        return amount === this.dueNow && tax <= amount;
      case 'added':
        return subtotal === this.dueNow && amount === subtotal + tax;
    }
  }
}
