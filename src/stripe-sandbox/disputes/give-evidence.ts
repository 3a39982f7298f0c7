import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

interface Given {
  evidence?: Partial<Record<string, string>> | undefined;
  metadata?: Record<string, string> | '' | undefined;
  /** Stripe sends evidence to the bank unless told to wait. */
  submit?: boolean | undefined;
}

/** Keeps evidence, and hands it to the bank once. */
export async function giveEvidence(work: Work, id: string, given: Given): Promise<Stripe.Dispute> {
  const held = await lockObject(work, 'dispute', id);
  if (!held) throw noSuch('dispute', id);
  const { body: before } = held;
  const open = ['needs_response', 'warning_needs_response', 'appeal_needs_response'].includes(before.status);
  if (given.evidence && !open) throw invalidRequest('This dispute is no longer open for evidence.', 'evidence');
  const submit = given.evidence !== undefined && given.submit !== false;
  const texts = Object.fromEntries(Object.entries(given.evidence ?? {}).map(([name, text]) => [name, text || null]));
  const details = before.evidence_details;
  const after: Stripe.Dispute = {
    ...before,
    evidence: { ...before.evidence, ...texts },
    evidence_details: {
      ...details,
      has_evidence: details.has_evidence || given.evidence !== undefined,
      submission_count: details.submission_count + (submit ? 1 : 0),
      submission_method: submit ? 'manual' : details.submission_method,
    },
    metadata: changedMetadata(before.metadata, given.metadata),
    status: submit ? before.status.replace('needs_response', 'under_review') : before.status,
  };
  await saveObject(work, after);
  await emit(work, 'charge.dispute.updated', after, { status: before.status });
  return after;
}
