import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { formatMoney } from '../../shared/index.js';
import type { IssuedInvoice } from './append-invoice.js';
import { type InvoiceContent, type InvoiceKind, kindTitle } from './invoice-content.js';

/** Tells the buyer that a document is there; its address asks for a sign-in. */
@Injectable()
export class InvoiceMails {
  constructor(private readonly mailer: Mailer) {}

  async issued(tx: Tx, { id, content }: IssuedInvoice): Promise<void> {
    const { kind, number, customer, order } = content;
    const button = { label: 'Read or print it', path: `/invoices/${number}` };
    await this.mailer.send(tx, {
      to: customer,
      kind: kind.replace('_', '-'),
      dedupeKey: `paper:${id}`,
      subject: `${kindTitle[kind]} ${number} for order ${order.number}`,
      parts: [greeting(customer.name), sentences[kind](amountOf(content), content), { button }],
    });
  }
}

const amountOf = ({ gross, currency }: InvoiceContent): string => formatMoney({ amount: Math.abs(gross), currency });
const referred = (content: InvoiceContent): string => content.refersTo.map(({ number }) => number).join(', ');

const sentences: Record<InvoiceKind, (amount: string, content: InvoiceContent) => string> = {
  invoice: (amount) => `Your invoice over ${amount} is ready. It is paid; there is nothing to do.`,
  credit_note: (amount, content) =>
    `We sent back ${amount}. This credit note goes with ${referred(content)} in your records.`,
  debit_note: (amount, content) =>
    `Your bank could not take the refund of ${amount}, so credit note ${referred(content)} is taken back. We will write to you about the money.`,
};
