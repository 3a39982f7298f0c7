import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { alreadyResolved } from '../checkout.errors.js';

export interface Resolution {
  reviewId: string;
  by: string;
  note: string;
}

/** Closes a review with what was decided; the first decision stands. */
@Injectable()
export class ResolveReview {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute({ reviewId, by, note }: Resolution): Promise<void> {
    await this.db
      .transaction(async (tx) => {
        const review = await tx.row<{ orderId: string }>(
          `INSERT INTO review_resolutions (review_id, by, note)
           SELECT id, $2, $3 FROM order_reviews WHERE id = $1
           RETURNING (SELECT order_id FROM order_reviews WHERE id = $1) AS "orderId"`,
          [reviewId, by, note],
        );
        if (!review) throw notFound('review');
        this.facts.record(tx, 'review.resolved', { reviewId, orderId: review.orderId, by });
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'pk_review_resolutions') ? alreadyResolved() : error;
      });
  }
}
