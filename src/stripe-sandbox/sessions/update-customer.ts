import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import type { SessionMemory } from '../store/line-items.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

/** What the buyer entered goes to their customer, as far as the session's `customer_update` says. */
export async function updateCustomer(work: Work, session: Stripe.Checkout.Session): Promise<void> {
  const memory = (await lockObject<'checkout.session', SessionMemory>(work, 'checkout.session', session.id))!.hidden;
  const { address, name } = memory.customerUpdate ?? {};
  if (!session.customer || !(address || name)) return;
  const { body } = (await lockObject(work, 'customer', session.customer as string))!;
  const learnt = session.customer_details!;
  const customer: Stripe.Customer = {
    ...body,
    address: (address && learnt.address) || (body.address ?? null),
    name: (name && (learnt.business_name ?? learnt.name)) || (body.name ?? null),
  };
  await saveObject(work, customer);
  await emit(work, 'customer.updated', customer);
}
