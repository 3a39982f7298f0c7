import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, Facts, OnFact } from '../../jobs/index.js';

/**
 * Who proves ineligible gets back what they paid for products that need a licence, whether they paid before or after.
 * Checkout gives each line back once, however often it is told.
 */
@Injectable()
export class RefundTurnedAway {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  @OnFact('person.ineligible', 'eligibility.refund-turned-away')
  @OnFact('order.settled', 'eligibility.refund-turned-away-buyer')
  execute({ data: { personId } }: Pick<Fact<{ personId: string }>, 'data'>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lines = await tx.rows<{ id: string }>(
        `SELECT l.id FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN products p ON p.id = l.product_id
         JOIN licensed_products n ON n.product_slug = p.slug
         WHERE o.person_id = $1 AND o.purpose = 'self' AND o.settled_at IS NOT NULL
           AND EXISTS (SELECT FROM ineligibilities i WHERE i.person_id = o.person_id AND i.ended_at IS NULL)
           AND NOT EXISTS (SELECT FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
             WHERE r.order_line_id = l.id AND r.closes AND f.status <> 'failed')
         ORDER BY l.id`,
        [personId],
      );
      const reason = 'No licence of yours allows what this product teaches.';
      for (const { id } of lines) this.facts.record(tx, 'eligibility.failed', { personId, orderLineId: id, reason });
    });
  }
}
