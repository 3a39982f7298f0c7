import { route } from '../api/route.js';
import { nothing } from '../params/paging.js';
import { createRefund, listRefunds, updateRefund } from '../params/payments.js';
import { cancelRefund, changeRefund } from '../payments/change-refund.js';
import { refundCharge } from '../payments/refund-charge.js';
import { listObjects } from '../store/list-objects.js';

export const refunds = [
  route('post', '/refunds', createRefund, refundCharge),
  route('get', '/refunds', listRefunds, (work, { charge, payment_intent, ...page }) =>
    listObjects(work, 'refund', '/v1/refunds', page, { charge, payment_intent }),
  ),
  route('post', '/refunds/:id', updateRefund, (work, change, id) => changeRefund(work, id, change)),
  route('post', '/refunds/:id/cancel', nothing, (work, _params, id) => cancelRefund(work, id)),
];
