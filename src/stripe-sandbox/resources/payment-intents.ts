import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { nothing } from '../params/paging.js';
import { cancelParams, confirmParams, createIntent, listIntents, updateIntent } from '../params/payment-intents.js';
import { cancelIntent } from '../payments/cancel-intent.js';
import { changeIntent } from '../payments/change-intent.js';
import { confirmIntent } from '../payments/confirm-intent.js';
import { createPayment } from '../payments/create-payment.js';
import { lockOwnIntent } from '../payments/lock-intent.js';
import { listObjects } from '../store/list-objects.js';
import { findObject } from '../store/objects.js';

const path = '/payment_intents';

export const paymentIntents = [
  route('post', path, createIntent, createPayment),
  route('get', path, listIntents, (work, { customer, ...page }) =>
    listObjects(work, 'payment_intent', `/v1${path}`, page, { customer }),
  ),
  route('get', `${path}/:id`, nothing, async (work, _params, id) => {
    const intent = await findObject(work, 'payment_intent', id);
    if (!intent) throw noSuch('payment_intent', id);
    return intent;
  }),
  route('post', `${path}/:id`, updateIntent, (work, change, id) => changeIntent(work, id, change)),
  route('post', `${path}/:id/confirm`, confirmParams, async (work, terms, id) =>
    confirmIntent(work, await lockOwnIntent(work, id, 'confirm'), terms),
  ),
  route('post', `${path}/:id/cancel`, cancelParams, (work, { cancellation_reason }, id) =>
    cancelIntent(work, id, cancellation_reason),
  ),
];
