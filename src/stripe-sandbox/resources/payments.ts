import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { nothing } from '../params/paging.js';
import { listCharges } from '../params/payments.js';
import type { Kind } from '../store/kinds.js';
import { listObjects } from '../store/list-objects.js';
import { findObject } from '../store/objects.js';

const retrieve = (path: string, kind: Kind) =>
  route('get', `${path}/:id`, nothing, async (work, _params, id) => {
    const found = await findObject(work, kind, id);
    if (!found) throw noSuch(kind, id);
    return found;
  });

/** What a payment leaves behind: written by checkout, read here. */
export const payments = [
  retrieve('/charges', 'charge'),
  route('get', '/charges', listCharges, (work, { customer, payment_intent, ...page }) =>
    listObjects(work, 'charge', '/v1/charges', page, { customer, payment_intent }),
  ),
  retrieve('/refunds', 'refund'),
];
