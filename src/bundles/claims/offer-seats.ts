import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';

/** The claims on the seats of offers, counted while their offers are held. */
@Injectable()
export class OfferSeats {
  /** Whether there were seats for all of it; if not, the transaction must not be committed. */
  async claim(tx: Tx, wanted: { offerId: string; quantity: number }[], holderId: string): Promise<boolean> {
    const ids = wanted.map(({ offerId }) => offerId);
    await hold(tx, ids);
    const claimed = await tx.rows(
      `INSERT INTO offer_claims AS mine (offer_id, holder_id, quantity)
       SELECT w.offer_id, $3, w.quantity FROM unnest($1::uuid[], $2::int[]) AS w (offer_id, quantity)
       JOIN offers o ON o.id = w.offer_id WHERE ${hasRoom('$3', 'w.quantity')}
       ON CONFLICT (offer_id, holder_id) DO UPDATE
         SET released_at = NULL, claimed_at = CASE WHEN mine.released_at IS NULL THEN mine.claimed_at ELSE now() END
       RETURNING 1`,
      [ids, wanted.map(({ quantity }) => quantity), holderId],
    );
    return claimed.length === wanted.length;
  }

  /** Keeps what had been released and is still free. Whether all of it was. */
  async reclaim(tx: Tx, holderId: string): Promise<boolean> {
    const lost = await tx.rows<{ id: string }>(
      'SELECT offer_id AS id FROM offer_claims WHERE holder_id = $1 AND released_at IS NOT NULL',
      [holderId],
    );
    await hold(
      tx,
      lost.map(({ id }) => id),
    );
    const kept = await tx.rows(
      `UPDATE offer_claims mine SET released_at = NULL, kept_at = now() FROM offers o
       WHERE o.id = mine.offer_id AND mine.holder_id = $1 AND mine.released_at IS NOT NULL AND ${hasRoom('$1', 'mine.quantity')}
       RETURNING 1`,
      [holderId],
    );
    return kept.length === lost.length;
  }
}

/** In the order of their ids, so that two orders never wait for each other. */
const hold = (tx: Tx, offerIds: string[]) =>
  tx.rows('SELECT 1 FROM offers WHERE id = ANY($1) AND seats IS NOT NULL ORDER BY id FOR NO KEY UPDATE', [offerIds]);

/** Whether offer `o` has so many seats beside those that other holders have. */
const hasRoom = (holder: string, seats: string) => `(o.seats IS NULL OR ${seats} <= o.seats - (
  SELECT coalesce(sum(c.quantity), 0) FROM offer_claims c
  WHERE c.offer_id = o.id AND c.released_at IS NULL AND c.holder_id <> ${holder}))`;
