import type { InvoiceContent, InvoiceLine } from './invoice-content.js';
import type { Refunded } from './refunded.queries.js';
import { sumOf } from './sold-lines.js';
import { scaledTaxes } from './tax-rows.js';

type Content = Omit<InvoiceContent, 'kind' | 'number' | 'issuedAt'>;

/**
 * What the credit note of a refund says: the lines given back, negative, to whom the invoice was written. @throws Error
 * when the lines do not make up what was sent back.
 */
export function creditNoteFor(refund: Refunded): Content {
  const invoice = refund.invoices[0]!;
  const lines = refund.lines.map(givenBack);
  const [net, tax, gross] = [sumOf(lines, 'net'), sumOf(lines, 'tax'), sumOf(lines, 'gross')];
  if (gross !== -refund.amount) throw new Error(`Refund ${refund.id}: lines of ${gross}, sent back ${refund.amount}`);
  return {
    ...partiesOf(invoice),
    refersTo: refund.invoices.map(({ number, issuedAt }) => ({ number, issuedAt })),
    currency: refund.currency,
    lines,
    taxes: scaledTaxes(invoice.taxes, invoice, { net, tax }, refund.currency),
    ...{ net, tax, gross },
    payments: refund.parts.map((part) => ({ ...part, at: new Date(part.at).toISOString(), amount: -part.amount })),
    notes: invoice.notes,
  };
}

/** What takes a credit note back whose refund the bank could not take: the same, the other way round. */
export function debitNoteFor(creditNote: InvoiceContent): Content {
  const { number, issuedAt, currency, notes } = creditNote;
  return {
    ...partiesOf(creditNote),
    refersTo: [{ number, issuedAt }],
    currency,
    lines: creditNote.lines.map((line) => ({ ...line, net: -line.net, tax: -line.tax, gross: -line.gross })),
    taxes: creditNote.taxes.map((tax) => ({ ...tax, taxable: -tax.taxable, amount: -tax.amount })),
    net: -creditNote.net,
    tax: -creditNote.tax,
    gross: -creditNote.gross,
    payments: creditNote.payments.map((payment) => ({ ...payment, amount: -payment.amount })),
    notes: [...notes, `The bank could not take the refund, so credit note ${number} is taken back.`],
  };
}

const partiesOf = ({ seller, customer, order }: InvoiceContent) => ({ seller, customer, order });

function givenBack({ title, courses, amount, tax }: Refunded['lines'][number]): InvoiceLine {
  const named = courses.length > 1 || courses[0] !== title ? `${title}: ${courses.join(', ')}` : title;
  return { title: named, quantity: 1, reasons: [], net: tax - amount, tax: zero(-tax), gross: -amount };
}

const zero = (amount: number): number => (amount === 0 ? 0 : amount);
