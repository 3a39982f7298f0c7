import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { emit } from '../store/emit.js';
import type { SessionMemory } from '../store/line-items.js';
import { findObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

type Session = Stripe.Checkout.Session;

/** The session as it is now: one that is over its age is expired by whoever looks first. */
export async function currentSession(work: Work, id: string): Promise<Session> {
  const session = await findObject(work, 'checkout.session', id);
  if (!session) throw noSuch('checkout.session', id);
  return isOverdue(session, work.now) ? (await lockSession(work, id)).session : session;
}

/** The session as it is now, held until the end of the work. */
export async function lockSession(work: Work, id: string): Promise<{ session: Session; memory: SessionMemory }> {
  const found = await lockObject<'checkout.session', SessionMemory>(work, 'checkout.session', id);
  if (!found) throw noSuch('checkout.session', id);
  const session = isOverdue(found.body, work.now) ? await expire(work, found.body) : found.body;
  return { session, memory: found.hidden };
}

/** Expires an open session at the seller's wish. */
export async function expireSession(work: Work, id: string): Promise<Session> {
  const { session } = await lockSession(work, id);
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  return expire(work, session);
}

/** Expires every session that is over its age. Two sweeps at once share the work. */
export async function expireOverdue(work: Work): Promise<void> {
  const overdue = await work.tx.rows<{ body: Session }>(
    `SELECT body FROM stripe_sandbox.objects
     WHERE kind = 'checkout.session' AND body->>'status' = 'open' AND (body->>'expires_at')::bigint <= $1
     ORDER BY seq LIMIT 100 FOR UPDATE SKIP LOCKED`,
    [work.now],
  );
  for (const { body } of overdue) await expire(work, body);
}

const isOverdue = (session: Session, now: number) => session.status === 'open' && session.expires_at <= now;

async function expire(work: Work, session: Session): Promise<Session> {
  const expired: Session = { ...session, status: 'expired', url: null };
  await saveObject(work, expired);
  await emit(work, 'checkout.session.expired', expired);
  return expired;
}
