import type { Billing } from '../stripe/billing.js';
import type { InvoiceContent, InvoiceParty } from './invoice-content.js';
import type { Sale, SalePayment } from './sale.queries.js';
import { partLines, sumOf, wholeLines } from './sold-lines.js';
import { scaledTaxes } from './tax-rows.js';

export const reverseCharge =
  'Reverse charge: the recipient accounts for the tax (Article 196 of Directive 2006/112/EC, or the law of the place of supply).';

type Content = Omit<InvoiceContent, 'kind' | 'number' | 'issuedAt'>;

/**
 * What the invoice for one payment says. @throws Error when the lines do not make up what was paid: such an invoice would
 * be wrong, and its job stays in the list of what failed.
 */
export function invoiceFor(sale: Sale, payment: SalePayment, billing: Billing, seller: InvoiceParty): Content {
  const { currency } = sale;
  const whole = wholeLines(sale.lines, sale.taxDisplay);
  const part = `instalment ${payment.instalment} of ${sale.instalments}`;
  const lines = partLines(whole, payment.amount, currency, part);
  const sums = { net: sumOf(lines, 'net'), tax: sumOf(lines, 'tax') };
  const gross = sums.net + sums.tax;
  if (gross !== payment.amount) throw new Error(`Order ${sale.number}: lines of ${gross}, paid ${payment.amount}`);
  const wholeSums = { net: sumOf(whole, 'net'), tax: sumOf(whole, 'tax') };
  return {
    seller,
    customer: customerOf(sale, billing),
    order: { number: sale.number, placedAt: sale.placedAt.toISOString(), receiptNumber: sale.receiptNumber },
    refersTo: [],
    currency,
    lines,
    taxes: scaledTaxes(billing.taxes, wholeSums, sums, currency),
    ...sums,
    gross,
    payments: [
      {
        method: payment.method,
        reference: payment.reference,
        at: payment.paidAt.toISOString(),
        amount: payment.amount,
      },
    ],
    notes: billing.isReverseCharge ? [reverseCharge] : [],
  };
}

const customerOf = ({ buyer }: Sale, billing: Billing): Content['customer'] => ({
  name: billing.name ?? buyer.name,
  email: buyer.email,
  address: billing.address,
  taxIds: billing.taxIds,
});
