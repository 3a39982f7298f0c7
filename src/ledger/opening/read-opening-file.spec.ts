import fc from 'fast-check';
import { decimal } from '../../web/index.js';
import { hostile } from '../../../test/fixtures/journals.js';
import { openingHash, readOpeningFile } from './read-opening-file.js';

const head = 'account,currency,debit,credit';
const read = (...lines: string[]) =>
  readOpeningFile([head, ...lines].join('\n'), (code) => (code === '9999' ? 'No.' : null));

describe('a file of opening balances', () => {
  it('has debit positive and credit negative, in minor units of the currency', () => {
    const { lines, problems } = read('1000,USD,"1,234.50",', '1000,JPY,,1200', '', '6100, KWD , 1.250 ,');
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { row: 2, account: '1000', currency: 'USD', amount: 123_450 },
      { row: 3, account: '1000', currency: 'JPY', amount: -1_200 },
      { row: 5, account: '6100', currency: 'KWD', amount: 1_250 },
    ]);
  });

  it('may name its columns in any order and case', () => {
    const { lines } = readOpeningFile('\uFEFFCredit,Debit,Currency,Account\r\n5.00,,USD,1000\r\n', () => null);
    expect(lines).toEqual([{ row: 2, account: '1000', currency: 'USD', amount: -500 }]);
  });

  it.each([
    ['9999,USD,1,', 'account', 'No.'],
    ['1000,usd,1,', 'currency', 'Three capital letters'],
    ['1000,USD,,', 'debit', 'either debit or credit'],
    ['1000,USD,1,1', 'debit', 'either debit or credit'],
    ['1000,USD,1.234,', 'debit', 'at most 2 digits'],
    ['1000,JPY,,1.5', 'credit', 'A whole amount'],
    ['1000,USD,-5,', 'debit', 'above zero'],
    ['1000,USD,0,', 'debit', 'above zero'],
    ['1000,USD,=1+1,', 'debit', 'above zero'],
    ['1000,USD,1', null, '3 cells instead of 4'],
    ['1000;USD;1;', null, '1 cells instead of 4'],
  ])('says of the line %j where it is wrong', (line, field, words) => {
    const { lines, problems } = read('1050,USD,1,', line);
    expect(lines).toHaveLength(1);
    expect(problems).toEqual([{ row: 3, field, sentence: expect.stringContaining(words) }]);
  });

  it('tells all problems at once, and a balance that stands there twice', () => {
    const { problems } = read('1000,USD,1,', '9999,XXX,,', '1000,USD,2,', '1000,EUR,2,');
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [3, 'account'],
      [3, 'currency'],
      [3, 'debit'],
      [4, 'account'],
    ]);
    expect(problems.at(-1)!.sentence).toBe('Line 2 has 1000 in USD already.');
  });

  it.each([
    ['', 'must name the columns'],
    ['account,currency,amount', 'must name the columns'],
    [`${head},note`, 'must name the columns'],
    [head, 'no balances below'],
    [[head, ...Array.from({ length: 501 }, () => '1000,USD,1,')].join('\n'), 'more than 500'],
  ])('must be one: %#', (csv, words) => {
    expect(readOpeningFile(csv, () => null).problems).toEqual([
      { row: 1, field: null, sentence: expect.stringContaining(words) },
    ]);
  });

  it('is the same file however its lines end', () => {
    expect(openingHash('\uFEFFa\r\nb\r\n')).toBe(openingHash('a\nb'));
    expect(openingHash('a\nb')).not.toBe(openingHash('a\nc'));
  });

  it('is read back as it was written, and never taken where it is not understood', () => {
    const amount = fc.integer({ min: -1e11, max: 1e11 }).filter((each) => each !== 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('USD', 'JPY', 'KWD'), amount), { minLength: 1 }), (balances) => {
        const written = balances.map(([currency, minor], index) => {
          const shown = decimal(Math.abs(minor), currency);
          return `${1000 + index},${currency},${minor > 0 ? `${shown},` : `,${shown}`}`;
        });
        expect(read(...written).lines.map(({ currency, amount: minor }) => [currency, minor])).toEqual(balances);
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const { lines, problems } = read(`1000,USD,${text},`);
        expect(lines.length === 0 ? problems.length > 0 : /^[\d.,"\s]+$/.test(text)).toBe(true);
      }),
    );
  });
});
