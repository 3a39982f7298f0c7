import { decimal } from '../../../web/index.js';
import { plainText } from './plain-text.js';

/** hledger wants to see the decimal mark, in yen too. */
const sample = (currency: string): string => {
  const one = decimal(10 ** 6, currency);
  return one.includes('.') ? one : `${one}.`;
};

/** Passes `hledger check -s ordereddates`. */
export const hledger = plainText({
  commodity: (currency) => `commodity ${sample(currency)} ${currency}`,
  tags: () => [],
});
