import fc from 'fast-check';
import { money } from '../../shared/index.js';
import { savingOf } from './saving.js';

const usd = (amount: number) => money(amount, 'USD');

it('a bundle is compared with what its parts cost alone', () => {
  expect(savingOf(usd(59_900), [usd(14_900), usd(24_900), usd(24_900)])).toEqual({
    separately: usd(64_700),
    saving: usd(4_800),
  });
});

it('no saving is claimed when a part is not sold alone', () => {
  expect(savingOf(usd(100), [usd(500), undefined])).toBeUndefined();
});

it('no saving is claimed when there is none', () => {
  expect(savingOf(usd(500), [usd(200), usd(300)])).toBeUndefined();
  expect(savingOf(usd(500), [])).toBeUndefined();
});

it('price and saving always make up what the parts cost', () => {
  const amounts = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 8 }), (price, parts) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      const claimed = savingOf(usd(price), parts.map(usd));
      expect(claimed?.saving.amount ?? 0).toBe(Math.max(0, sum - price));
    }),
  );
});
