import type { Store } from '../store/store.js';
import type { Receipt } from './post-event.js';

export interface Due {
  id: string;
  event_id: string;
  type: string;
  payload: string;
  attempts: number;
  url: string | null;
  secret: string | null;
  at: number;
}

/** Takes what is due. A process that dies with it loses it to the next one after `lease` seconds. */
export const claimDue = (store: Store, most: number, lease = 15): Promise<Due[]> =>
  store.transaction((tx) => tx.rows<Due>(claim, [most, lease]));

/** Notes how a delivery went; a failed one waits longer each time. */
export const record = (store: Store, due: Due, receipt: Receipt): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.rows(note, [due.id, receipt.delivered, receipt.status, receipt.error]);
    if (receipt.delivered) await tx.rows(noteEvent, [due.event_id]);
  });

/** Shuffled on purpose: whoever relies on the order of events learns it here. */
const claim = `
  WITH due AS (
    SELECT d.id FROM stripe_sandbox.settings s, stripe_sandbox.deliveries d
    WHERE d.state = 'pending' AND d.next_at <= now()
    ORDER BY CASE WHEN s.shuffle THEN random() END, d.id
    LIMIT $1 FOR UPDATE OF d SKIP LOCKED
  ), claimed AS (
    UPDATE stripe_sandbox.deliveries d
    SET attempts = d.attempts + 1, next_at = now() + make_interval(secs => $2::int)
    FROM due WHERE d.id = due.id RETURNING d.*
  )
  SELECT c.id::text, c.event_id, e.type, e.body::text AS payload, c.attempts, o.body->>'url' AS url,
    o.hidden->>'secret' AS secret, floor(extract(epoch FROM now()))::float8 AS at
  FROM claimed c
  JOIN stripe_sandbox.events e ON e.id = c.event_id
  CROSS JOIN stripe_sandbox.settings s
  LEFT JOIN stripe_sandbox.objects o ON o.id = c.endpoint_id
  ORDER BY CASE WHEN s.shuffle THEN random() END, c.id`;

/** 1 s, 2 s, 4 s … up to an hour between attempts; given up after twenty. */
const note = `
  UPDATE stripe_sandbox.deliveries SET
    state = CASE WHEN $2 THEN 'delivered' WHEN attempts >= 20 THEN 'failed' ELSE state END,
    delivered_at = CASE WHEN $2 THEN now() END,
    next_at = now() + make_interval(secs => least(3600, power(2, least(attempts, 12) - 1))),
    last_status = $3::int, last_error = $4::text
  WHERE id = $1::bigint AND state = 'pending'`;

const noteEvent = `
  UPDATE stripe_sandbox.events SET body = jsonb_set(body, '{pending_webhooks}', '0')
  WHERE id = $1 AND NOT EXISTS (
    SELECT 1 FROM stripe_sandbox.deliveries WHERE event_id = $1 AND state IN ('pending', 'held', 'failed')
  )`;
