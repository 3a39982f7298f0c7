import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { codeUsedByYou, codeUsedUp, offerSoldOut } from '../bundles.errors.js';
import type { Quote } from '../quote/quote.js';

interface Holder {
  /** The order. */
  holderId: string;
  personId: string;
}

/**
 * Takes the seats of an offer and the use of a code that a quote counts on, holds them for an order, and gives them
 * back. Counted under a lock of the offer or code, so never more than there are.
 */
@Injectable()
export class ClaimTerms {
  /** @throws offer_sold_out, code_used_up, code_used_by_you */
  async claim(tx: Tx, quote: Quote, holder: Holder): Promise<void> {
    for (const [offerId, { title, quantity }] of offersOf(quote)) {
      const left = await seatsLeft(tx, offerId);
      if (left !== null && left < quantity) throw offerSoldOut(title, left);
      await tx.rows('INSERT INTO offer_claims (offer_id, holder_id, quantity) VALUES ($1, $2, $3)', [
        offerId,
        holder.holderId,
        quantity,
      ]);
    }
    if (quote.code) await this.claimCode(tx, quote.code.id, holder);
  }

  private async claimCode(tx: Tx, codeId: string, { holderId, personId }: Holder): Promise<void> {
    const limits = await tx.row<{ total: number | null; person: number | null }>(
      'SELECT total_limit AS total, person_limit AS person FROM codes WHERE id = $1 FOR NO KEY UPDATE',
      [codeId],
    );
    const used = await tx.row<{ total: number; person: number }>(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE person_id = $2)::int AS person
       FROM code_claims WHERE code_id = $1 AND released_at IS NULL`,
      [codeId, personId],
    );
    if (limits!.person !== null && used!.person >= limits!.person) throw codeUsedByYou();
    if (limits!.total !== null && used!.total >= limits!.total) throw codeUsedUp();
    await tx.rows('INSERT INTO code_claims (code_id, holder_id, person_id) VALUES ($1, $2, $3)', [
      codeId,
      holderId,
      personId,
    ]);
  }

  /**
   * The order was paid: its claims are kept for good, also those that had been released. `oversold`: a seat or use that
   * had been released was gone to somebody else by then.
   */
  async keep(tx: Tx, holderId: string): Promise<{ oversold: boolean }> {
    const returned = await tx.rows<{ offerId: string | null; codeId: string | null }>(
      `WITH offers_kept AS (
         UPDATE offer_claims c SET kept_at = now(), released_at = NULL FROM offer_claims was
         WHERE c.holder_id = $1 AND c.kept_at IS NULL AND was.offer_id = c.offer_id AND was.holder_id = c.holder_id
         RETURNING c.offer_id, was.released_at
       ), codes_kept AS (
         UPDATE code_claims c SET kept_at = now(), released_at = NULL FROM code_claims was
         WHERE c.holder_id = $1 AND c.kept_at IS NULL AND was.code_id = c.code_id AND was.holder_id = c.holder_id
         RETURNING c.code_id, was.released_at
       )
       SELECT offer_id AS "offerId", NULL::uuid AS "codeId" FROM offers_kept WHERE released_at IS NOT NULL
       UNION ALL SELECT NULL, code_id FROM codes_kept WHERE released_at IS NOT NULL`,
      [holderId],
    );
    for (const { offerId, codeId } of returned) {
      if (offerId && (await seatsLeft(tx, offerId))! < 0) return { oversold: true };
      if (codeId && (await usesLeft(tx, codeId))! < 0) return { oversold: true };
    }
    return { oversold: false };
  }

  /** The order will not be paid: others may have what it held. */
  async release(tx: Tx, holderId: string): Promise<void> {
    await tx.rows(
      `WITH offers_left AS (
         UPDATE offer_claims SET released_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL)
       UPDATE code_claims SET released_at = now() WHERE holder_id = $1 AND kept_at IS NULL AND released_at IS NULL`,
      [holderId],
    );
  }
}

function offersOf(quote: Quote): Map<string, { title: string; quantity: number }> {
  const offers = quote.lines.flatMap(({ product, quantity, reasons }) =>
    reasons.flatMap(({ offerId }) => (offerId ? [[offerId, { title: product.title, quantity }] as const] : [])),
  );
  // In one order: two checkouts never wait for each other crosswise.
  return new Map(offers.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Holds the offer, then counts in a statement of its own; null: it has no limit, and nobody waits. */
async function seatsLeft(tx: Tx, offerId: string): Promise<number | null> {
  const offer = await tx.row<{ seats: number }>(
    'SELECT seats FROM offers WHERE id = $1 AND seats IS NOT NULL FOR NO KEY UPDATE',
    [offerId],
  );
  if (!offer) return null;
  const taken = await tx.row<{ seats: number }>(
    'SELECT coalesce(sum(quantity), 0)::int AS seats FROM offer_claims WHERE offer_id = $1 AND released_at IS NULL',
    [offerId],
  );
  return offer.seats - taken!.seats;
}

async function usesLeft(tx: Tx, codeId: string): Promise<number | null> {
  const code = await tx.row<{ left: number | null }>(
    `SELECT total_limit - (SELECT count(*)::int FROM code_claims WHERE code_id = c.id AND released_at IS NULL) AS left
     FROM codes c WHERE id = $1`,
    [codeId],
  );
  return code!.left;
}
