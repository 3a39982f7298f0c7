import { Injectable } from '@nestjs/common';
import type { Waiting, WaitingForStaff } from '../../bundles/index.js';
import { Database } from '../../database/index.js';

/** What of the checkout a person must look at. */
@Injectable()
export class WaitingForStaffQueries implements WaitingForStaff {
  constructor(private readonly db: Database) {}

  async list(): Promise<Waiting[]> {
    const counts = await this.db.row<{ refunds: number; disputes: number; reviews: number; events: number }>(
      `SELECT
         (SELECT count(*)::int FROM refund_requests WHERE decision IS NULL) AS refunds,
         (SELECT count(*)::int FROM disputes d WHERE d.standing IN ('inquiry', 'open')
          AND NOT EXISTS (SELECT 1 FROM dispute_submissions s WHERE s.dispute_id = d.id)) AS disputes,
         (SELECT count(*)::int FROM order_reviews r
          WHERE NOT EXISTS (SELECT 1 FROM review_resolutions s WHERE s.review_id = r.id)) AS reviews,
         (SELECT count(*)::int FROM stripe_events WHERE outcome = 'failed') AS events`,
    );
    return [
      { label: 'Refund requests', count: counts!.refunds, href: '/admin/refunds' },
      { label: 'Disputes to answer', count: counts!.disputes, href: '/admin/disputes' },
      { label: 'Orders to review', count: counts!.reviews, href: '/admin/reviews' },
      { label: 'Failed events', count: counts!.events, href: '/admin/stripe-events' },
    ];
  }
}
