import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { CheckoutPromise } from '../orders/checkout-promise.js';
import type { DisputeStanding } from './dispute-standing.js';

/** One dispute as its list shows it; amount in minor units. */
export interface DisputeRow {
  id: string;
  orderNumber: string;
  buyer: { name: string; email: string };
  amount: number;
  currency: string;
  reason: string;
  status: string;
  standing: DisputeStanding;
  openedAt: Date;
  evidenceDueAt: Date | null;
  closedAt: Date | null;
  submittedAt: Date | null;
}

/** What speaks for us: what the buyer agreed to, and that they used what they bought. */
export interface DisputeFacts extends DisputeRow {
  orderId: string;
  paidAt: Date;
  receiptNumber: string | null;
  charge: string | null;
  terms: CheckoutPromise | null;
  accepted: { at: string; ip?: string | null; userAgent?: string | null } | null;
  lines: string[];
  signIns: { at: string; ip: string | null; userAgent: string | null }[];
  lessons: { course: string; item: string; seenAt: string; completedAt: string | null }[];
  mails: { at: string; subject: string }[];
  evidence: Record<string, string> | null;
}

const columns = `d.id, o.number AS "orderNumber", jsonb_build_object('name', p.name, 'email', p.email) AS buyer, d.amount,
  d.currency, d.reason, d.status, d.standing, d.opened_at AS "openedAt", d.evidence_due_at AS "evidenceDueAt",
  d.closed_at AS "closedAt", s.submitted_at AS "submittedAt"`;
const tables = `disputes d JOIN orders o ON o.id = d.order_id JOIN people p ON p.id = o.person_id
  LEFT JOIN dispute_submissions s ON s.dispute_id = d.id`;

const signIns = `SELECT jsonb_agg(jsonb_build_object('at', x.created_at, 'ip', host(x.ip), 'userAgent', x.user_agent)
    ORDER BY x.created_at) FROM (
    SELECT * FROM sessions WHERE person_id = o.person_id ORDER BY created_at DESC LIMIT 100) x`;
const lessons = `SELECT jsonb_agg(jsonb_build_object('course', c.title, 'item', coalesce((
      SELECT i ->> 'title' FROM editions ed, jsonb_path_query(ed.outline, '$[*].items[*]') AS i
      WHERE ed.id = e.edition_id AND i ->> 'slug' = g.item_slug LIMIT 1), g.item_slug), 'seenAt', g.first_viewed_at,
    'completedAt', g.completed_at) ORDER BY g.first_viewed_at)
  FROM order_lines l JOIN order_line_courses c ON c.order_line_id = l.id
  JOIN grants t ON t.source_id = l.id::text JOIN enrollments e ON e.id = t.enrollment_id AND e.course_id = c.course_id
  JOIN progress g ON g.enrollment_id = e.id WHERE l.order_id = o.id`;
const mails = `SELECT jsonb_agg(jsonb_build_object('at', coalesce(m.sent_at, m.created_at), 'subject', m.subject)
    ORDER BY m.created_at) FROM mails m WHERE m.to_email = p.email AND m.created_at >= o.created_at`;

@Injectable()
export class DisputeQueries {
  constructor(private readonly db: Database) {}

  /** What is open first, by when evidence is due. `after`: the id last seen. */
  list(limit: number, offset: number): Promise<DisputeRow[]> {
    return this.db.rows(
      `SELECT ${columns} FROM ${tables}
       ORDER BY d.standing <> 'open', CASE WHEN d.standing = 'open' THEN d.evidence_due_at END, d.opened_at DESC, d.id
       LIMIT $1 OFFSET $2`,
      [limit, offset],
    );
  }

  facts(id: string): Promise<DisputeFacts | undefined> {
    return this.db.row(
      `SELECT ${columns}, o.id AS "orderId", y.paid_at AS "paidAt", r.number AS "receiptNumber", y.charge, o.terms,
         o.accepted, s.evidence,
         ARRAY(SELECT l.title FROM order_lines l WHERE l.order_id = o.id ORDER BY l.position) AS lines,
         coalesce((${signIns}), '[]') AS "signIns", coalesce((${lessons}), '[]') AS lessons, coalesce((${mails}), '[]') AS mails
       FROM ${tables} JOIN payments y ON y.id = d.payment_id LEFT JOIN receipts r ON r.order_id = o.id WHERE d.id = $1`,
      [id],
    );
  }

  ofOrder(orderId: string): Promise<DisputeRow[]> {
    return this.db.rows(`SELECT ${columns} FROM ${tables} WHERE d.order_id = $1 ORDER BY d.opened_at`, [orderId]);
  }
}
