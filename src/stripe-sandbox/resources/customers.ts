import type Stripe from 'stripe';
import type { z } from 'zod';
import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { createCustomer, listCustomers, type PlaceParams, updateCustomer } from '../params/customers.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { emit } from '../store/emit.js';
import { newId, randomText } from '../store/ids.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, insertObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

export const customers = [
  route('post', '/customers', createCustomer, openCustomer),
  route('get', '/customers', listCustomers, (work, { email, ...page }) =>
    listObjects(work, 'customer', '/v1/customers', page, { email }),
  ),
  route('get', '/customers/:id', nothing, async (work, _params, id) => {
    const customer = await findObject(work, 'customer', id);
    if (!customer) throw noSuch('customer', id);
    return customer;
  }),
  route('post', '/customers/:id', updateCustomer, async (work, { metadata, address, ...change }, id) => {
    const found = await lockObject(work, 'customer', id);
    if (!found) throw noSuch('customer', id);
    const customer: Stripe.Customer = {
      ...found.body,
      ...change,
      ...(address !== undefined && { address: postalAddress(address) }),
      metadata: changedMetadata(found.body.metadata, metadata),
    };
    await saveObject(work, customer);
    await emit(work, 'customer.updated', customer);
    return customer;
  }),
];

/** Makes a customer; checkout does too, when a session asks for one. */
export async function openCustomer(
  work: Work,
  params: Omit<z.infer<typeof createCustomer>, 'address'> & {
    address?: PlaceParams | Stripe.Address | '' | null | undefined;
  },
): Promise<Stripe.Customer> {
  const customer: Stripe.Customer = {
    id: newId('cus'),
    object: 'customer',
    address: postalAddress(params.address || null),
    balance: 0,
    created: work.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    email: params.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: changedMetadata({}, params.metadata),
    name: params.name ?? null,
    phone: params.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  await insertObject(work, customer);
  await emit(work, 'customer.created', customer);
  return customer;
}

/** A whole address of the parts that were given; none of no parts. */
const postalAddress = (parts: PlaceParams | Stripe.Address | '' | null): Stripe.Address | null =>
  parts ? { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...parts } : null;
