import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { createSession, listSessionItems, listSessions } from '../params/checkout-sessions.js';
import { nothing } from '../params/paging.js';
import { currentSession, expireOverdue, expireSession } from '../sessions/expire-session.js';
import { openSession } from '../sessions/open-session.js';
import { lineItemsOf } from '../store/line-items.js';
import { listObjects } from '../store/list-objects.js';
import { pageOf } from '../store/page-of.js';

const path = '/checkout/sessions';

export const checkoutSessions = [
  route('post', path, createSession, openSession),
  route('get', path, listSessions, async (work, { customer, customer_details, payment_intent, status, ...page }) => {
    await expireOverdue(work);
    const wanted = { customer, customer_details, payment_intent, status };
    return listObjects(work, 'checkout.session', `/v1${path}`, page, wanted);
  }),
  route('get', `${path}/:id`, nothing, (work, _params, id) => currentSession(work, id)),
  route('post', `${path}/:id/expire`, nothing, (work, _params, id) => expireSession(work, id)),
  route('get', `${path}/:id/line_items`, listSessionItems, async (work, page, id) => {
    const items = await lineItemsOf(work, id);
    if (!items) throw noSuch('checkout.session', id);
    return pageOf(items, page, `/v1${path}/${id}/line_items`);
  }),
];
