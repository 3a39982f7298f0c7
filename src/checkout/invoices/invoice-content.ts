export type InvoiceKind = 'invoice' | 'credit_note' | 'debit_note';

/** One thing sold. Amounts in minor units of the document's currency; gross = net + tax. */
export interface InvoiceLine {
  title: string;
  quantity: number;
  /** Why it costs what it costs, when there is more than the list price. */
  reasons: { label: string; amount: number }[];
  net: number;
  tax: number;
  gross: number;
}

/** Tax of one rate and jurisdiction, as Stripe computed it. */
export interface InvoiceTax {
  label: string;
  /** "23", "8.875" */
  percent: string;
  jurisdiction: string | null;
  taxable: number;
  amount: number;
}

export interface InvoiceParty {
  name: string;
  address: string[];
  taxIds: string[];
}

/** All that the document says, as it was when it was issued. Credit notes state negative amounts. */
export interface InvoiceContent {
  kind: InvoiceKind;
  number: string;
  issuedAt: string;
  seller: InvoiceParty;
  customer: InvoiceParty & { email: string };
  order: { number: string; placedAt: string; receiptNumber: string | null };
  /** What a credit note credits, or a debit note takes back. */
  refersTo: { number: string; issuedAt: string }[];
  currency: string;
  lines: InvoiceLine[];
  taxes: InvoiceTax[];
  net: number;
  tax: number;
  gross: number;
  /** Money received for it, or sent back (negative). */
  payments: { method: string; reference: string; at: string; amount: number }[];
  notes: string[];
}

/** The kind as its title says it. */
export const kindTitle: Record<InvoiceKind, string> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  debit_note: 'Debit note',
};
