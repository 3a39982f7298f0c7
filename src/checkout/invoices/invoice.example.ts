import type { InvoiceContent } from './invoice-content.js';

/** A bundle sold to a practice in Germany; the figures add up. */
export const exampleInvoice: InvoiceContent = {
  kind: 'invoice',
  number: 'INV-EU-000042',
  issuedAt: '2026-12-01T09:00:00.000Z',
  seller: {
    name: 'Glabella Education Ltd (demo)',
    address: ['1 Example Street', 'Dublin 2', 'Ireland'],
    taxIds: ['IE0000000DM'],
  },
  customer: {
    name: 'Praxis Dr. Amelia Okonkwo-Reyes',
    email: 'amelia@example.test',
    address: ['Lindenstraße 5', '10969 Berlin', 'Germany'],
    taxIds: ['DE123456789'],
  },
  order: { number: 'GL-7K3M-9QXD', placedAt: '2026-12-01T08:58:00.000Z', receiptNumber: 'R-2B4D-6F8H' },
  refersTo: [],
  currency: 'EUR',
  lines: [
    {
      title: 'Cosmetic Injector Certification',
      quantity: 1,
      reasons: [
        { label: 'List price', amount: 55_000 },
        { label: 'Winter offer', amount: -10_100 },
      ],
      net: 37_731,
      tax: 7_169,
      gross: 44_900,
    },
  ],
  taxes: [{ label: 'VAT', percent: '19', jurisdiction: 'Germany', taxable: 37_731, amount: 7_169 }],
  net: 37_731,
  tax: 7_169,
  gross: 44_900,
  payments: [{ method: 'Visa ending 4242', reference: 'pi_3Example', at: '2026-12-01T08:59:30.000Z', amount: 44_900 }],
  notes: [],
};
