import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import {
  attachParams,
  createMethod,
  listCustomerMethods,
  listMethods,
  updateMethod,
} from '../params/payment-methods.js';
import { attachMethod } from '../payments/attach-method.js';
import { detachMethod, lockMethod } from '../payments/keep-method.js';
import { billingOf, methodNamed, newMethod } from '../payments/new-method.js';
import { emit } from '../store/emit.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, saveObject } from '../store/objects.js';

export const paymentMethods = [
  route('post', '/payment_methods', createMethod, newMethod),
  route('get', '/payment_methods', listMethods, (work, { customer, type, ...page }) =>
    listObjects(work, 'payment_method', '/v1/payment_methods', page, { customer, type }),
  ),
  route('get', '/payment_methods/:id', nothing, (work, _params, id) => methodNamed(work, id, 'id')),
  route('post', '/payment_methods/:id', updateMethod, async (work, { billing_details, metadata }, id) => {
    const { method } = await lockMethod(work, id);
    const changed: Stripe.PaymentMethod = {
      ...method,
      billing_details: { ...method.billing_details, ...billingOf(billing_details ?? {}) },
      metadata: changedMetadata(method.metadata ?? {}, metadata),
    };
    await saveObject(work, changed);
    await emit(work, 'payment_method.updated', changed);
    return changed;
  }),
  route('post', '/payment_methods/:id/attach', attachParams, (work, { customer }, id) =>
    attachMethod(work, id, customer),
  ),
  route('post', '/payment_methods/:id/detach', nothing, (work, _params, id) => detachMethod(work, id)),
  route('get', '/customers/:id/payment_methods', listCustomerMethods, async (work, { type, ...page }, id) => {
    if (!(await findObject(work, 'customer', id))) throw noSuch('customer', id);
    return listObjects(work, 'payment_method', `/v1/customers/${id}/payment_methods`, page, { customer: id, type });
  }),
];
