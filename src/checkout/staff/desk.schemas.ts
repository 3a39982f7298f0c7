import { z } from 'zod';
import { type Money, moneySchema } from '../../shared/index.js';
import type { TimelineEvent } from '../../web/index.js';
import type { InvoiceRow } from '../invoices/invoice.queries.js';
import { invoiceRowJson, invoiceRowSchema } from '../invoices/invoice.schemas.js';
import type { DeskOrder } from './desk-order.queries.js';
import type { DeskRow } from './desk.queries.js';
import { orderStatuses } from './desk-filter.js';
import { moneyOf } from './order-money.js';

const person = z.object({ name: z.string(), email: z.string() });
const head = {
  number: z.string(),
  status: z.enum(orderStatuses),
  purpose: z.enum(['self', 'gift', 'seats']),
  market: z.string(),
  placedAt: z.iso.datetime(),
  buyer: person,
  receiptNumber: z.string().nullable(),
  total: moneySchema,
};

export const deskRowSchema = z.object({ id: z.uuid(), ...head, what: z.string(), code: z.string().nullable() });

export const deskOrderSchema = z.object({
  ...head,
  recipient: person.nullable(),
  money: z.object({ paid: moneySchema, tax: moneySchema, refunded: moneySchema, lost: moneySchema, left: moneySchema }),
  lines: z.array(
    z.object({
      title: z.string(),
      quantity: z.int(),
      amount: moneySchema,
      courses: z.array(
        z.object({
          title: z.string(),
          amount: moneySchema,
          tax: moneySchema,
          access: z.array(
            z.object({
              person: z.string(),
              state: z.enum(['open', 'suspended', 'expired', 'ended']),
              until: z.string().nullable(),
              reason: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  payments: z.array(
    z.object({
      instalment: z.int(),
      paidAt: z.iso.datetime(),
      amount: moneySchema,
      method: z.string(),
      paymentIntent: z.string(),
      charge: z.string().nullable(),
    }),
  ),
  refunds: z.array(
    z.object({
      id: z.uuid(),
      cause: z.string(),
      status: z.enum(['open', 'sent', 'succeeded', 'failed']),
      amount: moneySchema,
      tax: moneySchema,
      createdAt: z.iso.datetime(),
      note: z.string().nullable(),
    }),
  ),
  disputes: z.array(z.object({ id: z.string(), status: z.string(), standing: z.string(), amount: moneySchema })),
  invoices: z.array(invoiceRowSchema),
  story: z.array(z.object({ at: z.iso.datetime(), title: z.string(), text: z.string().optional() })),
});

export function deskRowJson(row: DeskRow): z.infer<typeof deskRowSchema> {
  const { buyerName: name, buyerEmail: email, currency, total, placedAt, ...rest } = row;
  return { ...rest, placedAt: placedAt.toISOString(), buyer: { name, email }, total: { amount: total, currency } };
}

export function deskOrderJson(
  order: DeskOrder,
  story: TimelineEvent[],
  papers: InvoiceRow[],
): z.infer<typeof deskOrderSchema> {
  const { number, status, purpose, market, receiptNumber, buyer, recipient, currency } = order;
  const money = (amount: number): Money => ({ amount, currency });
  const { paid, tax, refunded, lost, left } = moneyOf(order);
  return {
    ...{ number, status, purpose, market, receiptNumber },
    placedAt: order.placedAt.toISOString(),
    buyer: { name: buyer.name, email: buyer.email },
    recipient: recipient && { name: recipient.name, email: recipient.email },
    total: money(order.total),
    money: { paid: money(paid), tax: money(tax), refunded: money(refunded), lost: money(lost), left: money(left) },
    lines: order.lines.map((line) => ({
      title: line.title,
      quantity: line.quantity,
      amount: money(line.amount),
      courses: line.courses.map((course) => ({ ...course, amount: money(course.amount), tax: money(course.tax) })),
    })),
    payments: order.payments.map((payment) => ({
      ...payment,
      paidAt: new Date(payment.paidAt).toISOString(),
      amount: money(payment.amount),
    })),
    refunds: order.refunds.map((refund) => ({
      ...refund,
      createdAt: new Date(refund.createdAt).toISOString(),
      amount: money(refund.amount),
      tax: money(refund.tax),
    })),
    disputes: order.disputes.map((dispute) => ({ ...dispute, amount: money(dispute.amount) })),
    invoices: papers.map(invoiceRowJson),
    story: story.map(({ at, title, text }) => ({ at: at.toISOString(), title, text })),
  };
}
