import type { Tx } from '../../database/index.js';
import type { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import type { InvoiceContent, InvoiceKind } from './invoice-content.js';
import { nextNumber } from './number-series.js';

interface NewInvoice {
  kind: InvoiceKind;
  orderId: string;
  /** The payment or refund that is the reason; one document of a kind for each. */
  sourceId: string;
  market: string;
  issuedAt: Date;
  content: Omit<InvoiceContent, 'kind' | 'number' | 'issuedAt'>;
}

export interface IssuedInvoice {
  id: string;
  content: InvoiceContent;
}

const facts: Record<InvoiceKind, string> = {
  invoice: 'invoice.issued',
  credit_note: 'credit-note.issued',
  debit_note: 'debit-note.issued',
};

/**
 * Numbers the document and writes it. The caller holds the order's papers (`lockPapers`) and knows that it is not there
 * yet; if it is after all, the unique index undoes the number with the rest.
 */
export async function appendInvoice(tx: Tx, told: Facts, invoice: NewInvoice): Promise<IssuedInvoice> {
  const { kind, orderId, sourceId, market, issuedAt } = invoice;
  const { series, position, number } = await nextNumber(tx, kind, market);
  const content: InvoiceContent = { ...invoice.content, kind, number, issuedAt: issuedAt.toISOString() };
  const id = newId();
  const { currency, net, tax, gross } = content;
  await tx.rows(
    `INSERT INTO invoices (id, kind, series, position, number, order_id, source_id, issued_at, currency, net, tax, gross, content)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      kind,
      series,
      position,
      number,
      orderId,
      sourceId,
      issuedAt,
      currency,
      net,
      tax,
      gross,
      JSON.stringify(content),
    ],
  );
  told.record(tx, facts[kind], { invoiceId: id, number, orderId });
  return { id, content };
}

/** One at a time writes papers of an order, so that a refund that fails meets its credit note or never has one. */
export const lockPapers = (tx: Tx, orderId: string): Promise<void> => tx.lock(`papers:${orderId}`);
