import type { BookedDispute } from '../../checkout/index.js';
import { type Deferral, keptOf } from '../deferred/deferral.js';
import { accounts } from '../journal/accounts.js';
import { portionsAndRest } from './portions.js';
import { returnOf, type Returned } from './refund-legs.js';

/**
 * What a lost dispute takes: of the order's net from what is deferred, and as a loss what is earned, what tax it contains
 * (which stays owed: no relief is assumed) and whatever exceeds the order.
 */
export function lossLegs(
  { amount, currency }: Pick<BookedDispute, 'amount' | 'currency'>,
  { deferrals, tax }: { deferrals: readonly Deferral[]; tax: number },
): Returned {
  const net = deferrals.reduce((sum, each) => sum + keptOf(each), 0);
  const { parts, rest } = portionsAndRest(amount, [net, Math.max(tax, 0)]);
  const [ofNet, ofTax] = parts as [number, number];
  const { legs, moves } = returnOf(ofNet, deferrals, { currency, earned: accounts.chargebacks });
  return {
    legs: [
      ...legs,
      { account: accounts.chargebacks, currency, amount: ofTax + rest },
      { account: accounts.disputed, currency, amount: -amount },
    ],
    moves,
  };
}
