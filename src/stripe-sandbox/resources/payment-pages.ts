import { route } from '../api/route.js';
import { nothing } from '../params/paging.js';
import { confirmPageParams } from '../params/payment-pages.js';
import { confirmPage } from '../payments/confirm-page.js';
import { currentSession } from '../sessions/expire-session.js';

/** The payment page without a browser: undocumented, and what Stripe's command line pays sessions with. */
export const paymentPages = [
  route('get', '/payment_pages/:id', nothing, (work, _params, id) => currentSession(work, id)),
  route('post', '/payment_pages/:id/confirm', confirmPageParams, (work, terms, id) => confirmPage(work, id, terms)),
];
