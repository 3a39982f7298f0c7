import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { giveEvidence } from '../disputes/give-evidence.js';
import { concede } from '../disputes/concede.js';
import { listDisputes, updateDispute } from '../params/disputes.js';
import { nothing } from '../params/paging.js';
import { listObjects } from '../store/list-objects.js';
import { findObject } from '../store/objects.js';

export const disputes = [
  route('get', '/disputes', listDisputes, (work, { charge, payment_intent, ...page }) =>
    listObjects(work, 'dispute', '/v1/disputes', page, { charge, payment_intent }),
  ),
  route('get', '/disputes/:id', nothing, async (work, _params, id) => {
    const found = await findObject(work, 'dispute', id);
    if (!found) throw noSuch('dispute', id);
    return found;
  }),
  route('post', '/disputes/:id', updateDispute, (work, given, id) => giveEvidence(work, id, given)),
  route('post', '/disputes/:id/close', nothing, (work, _params, id) => concede(work, id)),
];
