import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { MethodMemory } from './payment-method.js';

type Method = Stripe.PaymentMethod;

/** Keeps a payment method for a customer. `setUp`: the bank has agreed to payments without the customer present. */
export async function keepMethod(work: Work, id: string, customer: string, { setUp = false } = {}): Promise<Method> {
  const { method, memory } = await lockMethod(work, id);
  if (method.customer && method.customer !== customer) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', 'payment_method');
  }
  if (memory.spent) throw spent();
  const kept: Method = { ...method, customer };
  await saveObject(work, kept, { ...memory, ...(setUp && { setUp }) });
  if (!method.customer) await emit(work, 'payment_method.attached', kept);
  return kept;
}

/** Lets go of a kept payment method, for good. */
export async function detachMethod(work: Work, id: string): Promise<Method> {
  const { method, memory } = await lockMethod(work, id);
  if (!method.customer) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      'payment_method',
    );
  }
  const free: Method = { ...method, customer: null };
  await saveObject(work, free, { ...memory, spent: true });
  await emit(work, 'payment_method.detached', free, { customer: method.customer });
  return free;
}

/** What a payment does to its method: it is kept if the intent says so; one that nobody keeps pays once. */
export async function useMethod(
  work: Work,
  { customer, setup_future_usage: use }: Stripe.PaymentIntent,
  method: Method,
): Promise<{ method: Method; memory: MethodMemory }> {
  if (use && customer) await keepMethod(work, method.id, customer as string, { setUp: use === 'off_session' });
  const held = await lockMethod(work, method.id);
  if (held.method.customer) return held;
  if (held.memory.spent) throw spent();
  await saveObject(work, held.method, { ...held.memory, spent: true });
  return held;
}

export async function lockMethod(work: Work, id: string): Promise<{ method: Method; memory: MethodMemory }> {
  const held = await lockObject<'payment_method', MethodMemory>(work, 'payment_method', id);
  if (!held) throw noSuch('PaymentMethod', id, 'payment_method');
  return { method: held.body, memory: held.hidden };
}

const spent = () =>
  invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a ' +
      'connected account without Customer attachment, or was detached from a Customer. It may not be used again. To ' +
      'use a PaymentMethod multiple times, you must attach it to a Customer first.',
  );
