import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { listTransactions } from '../params/payments.js';
import { createPayout, listPayouts, updatePayout } from '../params/payouts.js';
import { cancelPayout, lockPayout } from '../payouts/end-payout.js';
import { fundsOf, releaseDue } from '../payouts/funds.js';
import { payOutByHand } from '../payouts/pay-out-by-hand.js';
import { emit } from '../store/emit.js';
import { listObjects, listRows } from '../store/list-objects.js';
import { findObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

const transactions = '/balance_transactions';

/** The money of the account, and how it leaves. */
export const payouts = [
  route('get', '/balance', nothing, balanceOf),
  route('get', transactions, listTransactions, async (work, { currency, payout, source, type, ...page }) => {
    await releaseDue(work);
    if (payout !== undefined) await checkAutomatic(work, payout);
    return listRows<Stripe.BalanceTransaction>(work, page, {
      table: 'objects',
      kind: 'balance_transaction',
      url: `/v1${transactions}`,
      containing: { currency, source, type },
      payout,
    });
  }),
  route('get', `${transactions}/:id`, nothing, async (work, _params, id) => {
    await releaseDue(work);
    const found = await findObject(work, 'balance_transaction', id);
    if (!found) throw noSuch('balance transaction', id);
    return found;
  }),
  route('post', '/payouts', createPayout, payOutByHand),
  route('get', '/payouts', listPayouts, (work, { status, ...page }) =>
    listObjects(work, 'payout', '/v1/payouts', page, { status }),
  ),
  route('get', '/payouts/:id', nothing, async (work, _params, id) => {
    const payout = await findObject(work, 'payout', id);
    if (!payout) throw noSuch('payout', id);
    return payout;
  }),
  route('post', '/payouts/:id', updatePayout, async (work, { metadata }, id) => {
    const before = await lockPayout(work, id);
    const changed: Stripe.Payout = { ...before, metadata: changedMetadata(before.metadata ?? {}, metadata) };
    await saveObject(work, changed);
    await emit(work, 'payout.updated', changed, { metadata: before.metadata });
    return changed;
  }),
  route('post', '/payouts/:id/cancel', nothing, (work, _params, id) => cancelPayout(work, id)),
];

async function balanceOf(work: Work): Promise<Stripe.Balance> {
  const funds = await fundsOf(work);
  const [first = 'usd', ...others] = work.settlement.currencies;
  const currencies = [...new Set([first, ...others, ...funds.map(({ currency }) => currency)])];
  const amounts = (wanted: string) =>
    currencies.map((currency) => {
      const amount = funds.find((each) => each.currency === currency && each.status === wanted)?.net ?? 0;
      return { amount, currency, source_types: { card: amount } };
    });
  return { object: 'balance', available: amounts('available'), livemode: false, pending: amounts('pending') };
}

async function checkAutomatic(work: Work, id: string): Promise<void> {
  const payout = await findObject(work, 'payout', id);
  if (!payout) throw noSuch('payout', id, 'payout');
  if (!payout.automatic) {
    throw invalidRequest(
      'Balance transaction history can only be filtered on automatic payouts, not manual.',
      'payout',
    );
  }
}
