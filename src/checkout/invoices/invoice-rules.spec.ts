import fc from 'fast-check';
import { exampleInvoice } from './invoice.example.js';
import { renderInvoice } from './pdf/render-invoice.js';
import { partLines, type SoldLine, sumOf, wholeLines } from './sold-lines.js';
import { scaledTaxes } from './tax-rows.js';

const line = (amount: number, tax: number): SoldLine => ({ title: 'Course', quantity: 1, amount, tax, reasons: [] });
const soldLines = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 0, max: 25 }))
    .map(([amount, percent]) => line(amount, Math.floor((amount * percent) / 100))),
  { minLength: 1, maxLength: 6 },
);
const display = fc.constantFrom('included' as const, 'added' as const);

describe('the lines of an invoice', () => {
  it('hold the tax where the market includes it, and gain it where the market adds it', () => {
    expect(wholeLines([line(10_000, 1_870)], 'included')[0]).toMatchObject({ net: 8_130, tax: 1_870, gross: 10_000 });
    expect(wholeLines([line(10_000, 725)], 'added')[0]).toMatchObject({ net: 10_000, tax: 725, gross: 10_725 });
    expect(wholeLines([line(10_000, 0)], 'none')[0]).toMatchObject({ net: 10_000, tax: 0, gross: 10_000 });
  });

  it('say why a price is what it is only when there is more to say than the list price', () => {
    const reason = { label: 'List price', amount: 100 };
    expect(wholeLines([{ ...line(100, 0), reasons: [reason] }], 'none')[0]!.reasons).toEqual([]);
    expect(wholeLines([{ ...line(100, 0), reasons: [reason, reason] }], 'none')[0]!.reasons).toHaveLength(2);
  });

  it('of one instalment sum to what was paid, net and tax to gross, whatever the split', () => {
    fc.assert(
      fc.property(soldLines, display, fc.integer({ min: 2, max: 12 }), (lines, shown, instalments) => {
        const whole = wholeLines(lines, shown);
        const gross = sumOf(whole, 'gross');
        const paid = Math.max(1, Math.floor(gross / instalments));
        const parts = partLines(whole, paid, 'USD', 'instalment 1 of 3');
        expect(sumOf(parts, 'gross')).toBe(paid);
        for (const part of parts) expect(part.net + part.tax).toBe(part.gross);
      }),
    );
  });

  it('of a single payment are the order’s own', () => {
    const whole = wholeLines([line(100, 7)], 'added');
    expect(partLines(whole, 107, 'USD', 'x')).toBe(whole);
  });
});

describe('tax by rate', () => {
  const rows = [
    { label: 'State', percent: '6', jurisdiction: 'CA', taxable: 10_000, amount: 600 },
    { label: 'County', percent: '1.25', jurisdiction: 'CA', taxable: 10_000, amount: 125 },
  ];

  it('is unchanged for the whole', () => {
    const whole = { net: 10_000, tax: 725 };
    expect(scaledTaxes(rows, whole, whole, 'USD')).toEqual(rows);
  });

  it('sums to the tax of the part, each base scaled by itself, also for what is sent back', () => {
    const whole = { net: 10_000, tax: 725 };
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: -725, max: 725 }), (net, tax) => {
        const scaled = scaledTaxes(rows, whole, { net, tax }, 'USD');
        expect(scaled.reduce((sum, row) => sum + row.amount, 0)).toBe(tax);
        expect(scaled.map((row) => row.taxable)).toEqual([net, net].map((base) => (base === 0 ? 0 : base)));
      }),
    );
  });

  it('names a rate of zero without inventing an amount', () => {
    const zero = [{ ...rows[0]!, amount: 0, percent: '0' }];
    expect(scaledTaxes(zero, { net: 10_000, tax: 0 }, { net: 5_000, tax: 0 }, 'USD')[0]).toMatchObject({
      amount: 0,
      taxable: 5_000,
    });
  });
});

describe('the printed invoice', () => {
  const address = 'https://glabella.example/invoices/INV-EU-000042';
  const pages = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

  it('is one tagged page, the same bytes each time', () => {
    const pdf = renderInvoice(exampleInvoice, address);
    expect([pages(pdf), pdf.includes('/MarkInfo'), pdf.includes('/Lang')]).toEqual([1, true, true]);
    expect(renderInvoice(exampleInvoice, address).equals(pdf)).toBe(true);
    expect(renderInvoice({ ...exampleInvoice, number: 'INV-EU-000043' }, address).equals(pdf)).toBe(false);
  });

  it('goes on over as many pages as its lines need', () => {
    const lines = Array.from({ length: 60 }, () => exampleInvoice.lines[0]!);
    expect(pages(renderInvoice({ ...exampleInvoice, lines }, address))).toBeGreaterThan(1);
  });

  it('reads no name as markup and draws what it can', () => {
    for (const name of ['#read("/etc/passwd") *b* $x$', '王小明', 'Praxis „Świt“ & Söhne', 'x'.repeat(300)]) {
      const customer = { ...exampleInvoice.customer, name };
      expect(pages(renderInvoice({ ...exampleInvoice, customer }, address))).toBe(1);
    }
  });
});
