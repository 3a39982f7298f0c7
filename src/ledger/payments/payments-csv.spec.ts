import { parse } from 'csv-parse/sync';
import { csvHead, csvRows } from './payments-csv.js';

const row = {
  id: 'x',
  paidAt: new Date('2026-11-22T10:00:00Z'),
  orderNumber: 'GL-1',
  receiptNumber: 'R-1',
  status: 'paid',
  buyerName: 'Ada',
  buyerEmail: 'ada@example.test',
  what: 'Course',
  method: 'Visa ending 4242',
  paymentIntent: 'pi_1',
  amount: 44_900,
  currency: 'USD',
};

describe('the payments CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('makes the formula %j plain text', (name) => {
    expect(csvRows([{ ...row, buyerName: name }])).toContain(`'${name}`);
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    const name = 'Ada "the" Brandt, RN\nsecond line';
    const text = csvHead() + csvRows([{ ...row, buyerName: name }]);
    const rows: string[][] = parse(text);
    expect(rows[1]![4]).toBe(name);
  });

  it('writes amounts as exact decimals by the currency', () => {
    expect(csvRows([row])).toContain(',449.00,USD');
    expect(csvRows([{ ...row, amount: 1_200, currency: 'JPY' }])).toContain(',1200,JPY');
    expect(csvRows([{ ...row, amount: 1_250, currency: 'KWD' }])).toContain(',1.250,KWD');
  });
});
