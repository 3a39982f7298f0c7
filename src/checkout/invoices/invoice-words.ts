import type { InvoiceKind, InvoiceParty, InvoiceTax } from './invoice-content.js';

/** Address and tax number, a line each, as page and PDF show them. */
export const sellerLines = ({ address, taxIds }: InvoiceParty): string[] => [...address, ...taxIds.map(taxNumber)];

export const customerLines = (customer: InvoiceParty & { email: string }): string[] => [
  ...customer.address,
  customer.email,
  ...customer.taxIds.map(taxNumber),
];

const taxNumber = (id: string): string => `Tax number ${id}`;

/** "VAT, Germany" */
export const rateText = ({ label, jurisdiction }: InvoiceTax): string =>
  jurisdiction && jurisdiction !== label ? `${label}, ${jurisdiction}` : label;

export const moneyHead: Record<InvoiceKind, string> = {
  invoice: 'Paid',
  credit_note: 'Sent back',
  debit_note: 'Not sent back after all',
};
