import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { InvoiceContent } from './invoice-content.js';
import type { InvoiceRow } from './invoice.queries.js';

const kind = z.enum(['invoice', 'credit_note', 'debit_note']);
const party = z.object({ name: z.string(), address: z.array(z.string()), taxIds: z.array(z.string()) });

export const invoiceRowSchema = z.object({
  id: z.uuid(),
  kind,
  number: z.string(),
  orderNumber: z.string(),
  issuedAt: z.iso.datetime(),
  customer: z.object({ name: z.string(), email: z.string() }),
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
});

export const invoiceSchema = z.object({
  kind,
  number: z.string(),
  issuedAt: z.iso.datetime(),
  seller: party,
  customer: party.extend({ email: z.string() }),
  order: z.object({ number: z.string(), placedAt: z.iso.datetime(), receiptNumber: z.string().nullable() }),
  refersTo: z.array(z.object({ number: z.string(), issuedAt: z.iso.datetime() })),
  lines: z.array(
    z.object({
      title: z.string(),
      quantity: z.int(),
      reasons: z.array(z.object({ label: z.string(), amount: moneySchema })),
      net: moneySchema,
      tax: moneySchema,
      gross: moneySchema,
    }),
  ),
  taxes: z.array(
    z.object({
      label: z.string(),
      percent: z.string(),
      jurisdiction: z.string().nullable(),
      taxable: moneySchema,
      amount: moneySchema,
    }),
  ),
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema.describe('Negative on a credit note'),
  payments: z.array(z.object({ method: z.string(), reference: z.string(), at: z.iso.datetime(), amount: moneySchema })),
  notes: z.array(z.string()),
});

export function invoiceRowJson(row: InvoiceRow): z.infer<typeof invoiceRowSchema> {
  const { customerName: name, customerEmail: email, issuedAt, currency, ...rest } = row;
  return {
    ...rest,
    issuedAt: issuedAt.toISOString(),
    customer: { name, email },
    net: { amount: row.net, currency },
    tax: { amount: row.tax, currency },
    gross: { amount: row.gross, currency },
  };
}

export function invoiceJson({ currency, ...content }: InvoiceContent): z.infer<typeof invoiceSchema> {
  const money = (amount: number) => ({ amount, currency });
  const sums = ({ net, tax, gross }: { net: number; tax: number; gross: number }) => ({
    net: money(net),
    tax: money(tax),
    gross: money(gross),
  });
  return {
    ...content,
    lines: content.lines.map((line) => ({
      ...line,
      reasons: line.reasons.map(({ label, amount }) => ({ label, amount: money(amount) })),
      ...sums(line),
    })),
    taxes: content.taxes.map((tax) => ({ ...tax, taxable: money(tax.taxable), amount: money(tax.amount) })),
    payments: content.payments.map((payment) => ({ ...payment, amount: money(payment.amount) })),
    ...sums(content),
  };
}
