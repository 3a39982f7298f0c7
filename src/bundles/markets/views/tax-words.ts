import type { Market } from '../market.js';

export const taxWords: Record<Market['tax'], string> = {
  none: 'not collected',
  included: 'in the prices',
  added: 'on top of the prices',
};
