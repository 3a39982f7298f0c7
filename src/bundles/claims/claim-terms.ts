import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import { offerSoldOut } from '../bundles.errors.js';
import type { Quote } from '../quote/quote.js';
import { CodeUses } from './code-uses.js';
import { OfferSeats } from './offer-seats.js';

/**
 * Counts what is limited: the seats of offers and the uses of codes. A claim is held while its order can be paid, kept
 * once it is paid, and released when it ends unpaid. Whoever counts holds the offer, then the code: nobody counts beside.
 */
@Injectable()
export class ClaimTerms {
  constructor(
    private readonly seats: OfferSeats,
    private readonly uses: CodeUses,
    private readonly clock: Clock,
  ) {}

  /** Claims all that the quote counts on, for an order. Twice is once. @throws offer_sold_out, code_used_up, code_used_by_you, code_ended */
  async claim(tx: Tx, quote: Quote, holder: { holderId: string; personId: string }): Promise<void> {
    const wanted = seatsOf(quote);
    if (wanted.length > 0 && !(await this.seats.claim(tx, wanted, holder.holderId))) throw offerSoldOut();
    if (quote.code) await this.uses.claim(tx, quote.code.id, holder, await this.clock.now(tx));
  }

  /** The order was paid. What had been released by then is claimed again; `oversold` if somebody else has it. */
  async keep(tx: Tx, holderId: string): Promise<{ oversold: boolean }> {
    const { lost } = (await tx.row<{ lost: boolean }>(keepHeld, [holderId]))!;
    if (!lost) return { oversold: false };
    const seats = await this.seats.reclaim(tx, holderId);
    const uses = await this.uses.reclaim(tx, holderId);
    return { oversold: !seats || !uses };
  }

  /** The order ended unpaid: others may have it. What is kept stays kept. */
  async release(tx: Tx, holderId: string): Promise<void> {
    await tx.rows(releaseHeld, [holderId]);
  }
}

/** How many seats the quote takes of each offer. */
const seatsOf = (quote: Quote): { offerId: string; quantity: number }[] =>
  quote.lines.flatMap((line) =>
    line.reasons.flatMap(({ offerId }) => (offerId === undefined ? [] : [{ offerId, quantity: line.quantity }])),
  );

const keepHeld = `
  WITH seats AS (
    UPDATE offer_claims SET kept_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL),
  uses AS (
    UPDATE code_claims SET kept_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL)
  SELECT EXISTS (SELECT 1 FROM offer_claims WHERE holder_id = $1 AND released_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM code_claims WHERE holder_id = $1 AND released_at IS NOT NULL) AS lost`;

const releaseHeld = `
  WITH seats AS (
    UPDATE offer_claims SET released_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL)
  UPDATE code_claims SET released_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL`;
