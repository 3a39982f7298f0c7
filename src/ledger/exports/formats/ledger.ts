import { plainText } from './plain-text.js';

/** Passes `ledger --strict --pedantic`, which drops entries whose tags were not declared. */
export const ledger = plainText({
  commodity: (currency) => `commodity ${currency}`,
  tags: (names) => names.map((name) => `tag ${name}`),
});
