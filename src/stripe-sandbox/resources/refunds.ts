import { route } from '../api/route.js';
import { createRefund, listRefunds } from '../params/payments.js';
import { refundCharge } from '../payments/refund-charge.js';
import { listObjects } from '../store/list-objects.js';

export const refunds = [
  route('post', '/refunds', createRefund, refundCharge),
  route('get', '/refunds', listRefunds, (work, { charge, payment_intent, ...page }) =>
    listObjects(work, 'refund', '/v1/refunds', page, { charge, payment_intent }),
  ),
];
