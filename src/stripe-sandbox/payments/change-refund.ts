import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

/** Changes the words about a refund. */
export async function changeRefund(
  work: Work,
  id: string,
  { metadata }: { metadata?: Record<string, string> | '' | undefined },
): Promise<Stripe.Refund> {
  const before = await lockRefund(work, id);
  const changed: Stripe.Refund = { ...before, metadata: changedMetadata(before.metadata ?? {}, metadata) };
  await saveObject(work, changed);
  await emit(work, 'refund.updated', changed, { metadata: before.metadata });
  await emit(work, 'charge.refund.updated', changed, { metadata: before.metadata });
  return changed;
}

/** Refunds of the methods served here are under way at once, so there is never one left to cancel. */
export async function cancelRefund(work: Work, id: string): Promise<never> {
  const { status } = await lockRefund(work, id);
  throw invalidRequest(
    `Only refunds with a status of requires_action can be canceled. This refund has a status of ${status}.`,
    'id',
  );
}

async function lockRefund(work: Work, id: string): Promise<Stripe.Refund> {
  const held = await lockObject(work, 'refund', id);
  if (!held) throw noSuch('refund', id);
  return held.body;
}
