import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Something that happened to an order, as rows and facts tell it; `story-words` gives it words. */
export interface Happening {
  at: Date;
  what: string;
  data: Record<string, unknown>;
}

/** Parts of the story; `o` is the order and `p` its buyer. Facts that rows tell better are left out. */
const parts = [
  `SELECT o.created_at, 'placed', jsonb_build_object('total', o.total, 'currency', o.currency, 'purpose', o.purpose,
     'market', (SELECT m.label FROM markets m WHERE m.name = o.market), 'lockedUntil', o.checkout_expires_at) FROM o`,
  `SELECT (o.accepted ->> 'at')::timestamptz, 'accepted', o.accepted FROM o WHERE o.accepted ? 'at'`,
  `SELECT f.at, f.name, coalesce((SELECT jsonb_build_object('amount', r.amount, 'currency', r.currency, 'note', r.note)
       FROM refunds r WHERE r.order_id = o.id AND r.id::text = f.data ->> 'refundId'), '{}')
     || coalesce((SELECT jsonb_build_object('reason', q.reason, 'note', q.note, 'amount', q.quote #> '{total,amount}',
       'currency', q.quote #> '{total,currency}')
       FROM refund_requests q WHERE q.order_id = o.id AND q.id::text = f.data ->> 'requestId'), '{}')
     || coalesce((SELECT jsonb_build_object('amount', t.amount, 'currency', t.currency, 'reason', t.reason)
       FROM disputes t WHERE t.order_id = o.id AND t.id = f.data ->> 'disputeId'), '{}') || f.data
   FROM o JOIN facts f ON f.data ->> 'orderId' = o.id::text AND f.data ? 'orderId'
   WHERE f.name <> 'order.settled'`,
  `SELECT y.paid_at, 'paid', jsonb_build_object('amount', y.amount, 'currency', y.currency, 'method', y.method,
     'paymentIntent', y.payment_intent, 'instalment', y.instalment) FROM o JOIN payments y ON y.order_id = o.id`,
  `SELECT o.settled_at, 'settled_free', '{}'::jsonb FROM o WHERE o.settled_at IS NOT NULL AND o.total = 0`,
  `SELECT r.issued_at, 'receipt', jsonb_build_object('number', r.number) FROM o JOIN receipts r ON r.order_id = o.id`,
  `SELECT a.granted_at, 'access_given', jsonb_build_object('person', a.name, 'courses', jsonb_agg(a.title ORDER BY a.position))
   FROM access a GROUP BY a.granted_at, a.name`,
  `SELECT a.ended_at, 'access_ended', jsonb_build_object('person', a.name, 'reason', a.ended_reason,
     'courses', jsonb_agg(a.title ORDER BY a.position))
   FROM access a WHERE a.ended_at IS NOT NULL GROUP BY a.ended_at, a.name, a.ended_reason`,
  `SELECT m.created_at, 'mail', jsonb_build_object('subject', m.subject, 'to', m.to_email, 'sentAt', m.sent_at)
   FROM o JOIN mails m ON m.to_email IN (o.email, o.recipient ->> 'email') AND m.created_at >= o.created_at
   WHERE strpos(m.dedupe_key, o.id::text) > 0 OR strpos(m.text, o.number) > 0 OR strpos(m.subject, o.number) > 0`,
  `SELECT e.received_at, 'event', jsonb_build_object('id', e.id, 'type', e.type, 'outcome', e.outcome,
     'handledAt', e.handled_at, 'error', e.error, 'tries', e.tries)
   FROM o JOIN stripe_events e ON e.body #>> '{data,object,id}' = ANY (o.stripe_ids)
     OR e.body #>> '{data,object,payment_intent}' = ANY (o.stripe_ids)
     OR e.body #>> '{data,object,metadata,order_id}' = o.id::text WHERE e.outcome IS DISTINCT FROM 'ignored'`,
  `SELECT v.at, 'review', jsonb_build_object('reason', v.reason) FROM o JOIN order_reviews v ON v.order_id = o.id`,
  `SELECT s.at, 'review_resolved', jsonb_build_object('reason', v.reason, 'note', s.note, 'by', coalesce(b.name, 'the shop itself'))
   FROM o JOIN order_reviews v ON v.order_id = o.id JOIN review_resolutions s ON s.review_id = v.id
   LEFT JOIN people b ON b.id = s.by`,
];

const story = `WITH o AS (
    SELECT o.*, p.email, array_remove(array[o.checkout_session_id]
      || (SELECT array_agg(y.payment_intent) FROM payments y WHERE y.order_id = o.id), NULL) AS stripe_ids
    FROM orders o JOIN people p ON p.id = o.person_id WHERE o.id = $1
  ), access AS (
    SELECT g.granted_at, g.ended_at, g.ended_reason, w.name, c.title, c.position
    FROM o JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
    JOIN grants g ON g.source_kind = 'order_line' AND g.source_id = l.id::text
    JOIN enrollments n ON n.id = g.enrollment_id AND n.course_id = c.course_id JOIN people w ON w.id = n.person_id
  )
  SELECT at, what, data FROM (${parts.map((part, place) => `SELECT ${place}, * FROM (${part}) AS part_${place}`).join('\n UNION ALL ')})
    AS told (place, at, what, data) ORDER BY date_trunc('milliseconds', at), place`;

@Injectable()
export class StoryQueries {
  constructor(private readonly db: Database) {}

  /** All that happened to this order, oldest first. */
  of(orderId: string): Promise<Happening[]> {
    return this.db.rows<Happening>(story, [orderId]);
  }
}
