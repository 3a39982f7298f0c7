import { Injectable } from '@nestjs/common';
import { PayoutQueries } from '../../checkout/index.js';
import { Database, isUniqueViolation } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import { differenceOf } from './checklist.js';
import { alreadyExplained, nothingToExplain } from './close.errors.js';

interface PayoutExplanation {
  payoutId: string;
  by: string;
  note: string;
}

/** Keeps why a payout is not what it was made of. It holds for this difference; another one asks anew. */
@Injectable()
export class ExplainPayout {
  constructor(
    private readonly db: Database,
    private readonly payouts: PayoutQueries,
  ) {}

  /** @throws not_found, nothing_to_explain, already_explained */
  async execute({ payoutId, by, note }: PayoutExplanation): Promise<void> {
    const payout = await this.payouts.byId(payoutId);
    if (!payout) throw notFound('payout');
    const difference = differenceOf(payout);
    if (difference === undefined) throw nothingToExplain();
    await this.db
      .rows('INSERT INTO payout_explanations (payout_id, difference, note, by) VALUES ($1, $2, $3, $4)', [
        ...[payoutId, difference, note, by],
      ])
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'pk_payout_explanations') ? alreadyExplained() : error;
      });
  }
}
