import { createHash } from 'node:crypto';
import type { Work } from '../store/work.js';
import type { Form } from './decode-form.js';
import { StripeError } from './stripe-error.js';

export interface Answer {
  status: number;
  body: object;
  replayed?: boolean;
}

/** Runs the work once per key: the same request again gets the stored answer, another request with the key is refused. */
export async function idempotently(
  work: Work,
  request: { key: string; name: string; form: Form },
  act: () => Promise<Answer>,
): Promise<Answer> {
  const { key, name, form } = request;
  const lock = await work.tx.row<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 714)) AS free',
    [key],
  );
  if (!lock!.free) throw inUse(key);
  const stored = await work.tx.row<{ fingerprint: string; status: number; body: object }>(
    'SELECT fingerprint, status, body FROM stripe_sandbox.idempotency_keys WHERE key = $1',
    [key],
  );
  const fingerprint = createHash('sha256')
    .update(`${name} ${canonical(form)}`)
    .digest('hex');
  if (stored && stored.fingerprint !== fingerprint) throw changed(key);
  if (stored) return { status: stored.status, body: stored.body, replayed: true };
  const answer = await act();
  await work.tx.rows(
    'INSERT INTO stripe_sandbox.idempotency_keys (key, fingerprint, request_id, status, body) VALUES ($1, $2, $3, $4, $5)',
    [key, fingerprint, work.cause?.id ?? '', answer.status, JSON.stringify(answer.body)],
  );
  return answer;
}

/** The same for the same parameters, whatever order they were sent in. */
function canonical(value: string | Form): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
}

const inUse = (key: string) =>
  new StripeError(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (${key}). Please try again later.`,
  });

const changed = (key: string) =>
  new StripeError(400, {
    type: 'idempotency_error',
    message:
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ` +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  });
