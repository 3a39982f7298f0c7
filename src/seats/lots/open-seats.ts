import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { InviteHolder } from '../invitations/invite-holder.js';
import { lockLot, type Lot } from './lock-lot.js';

/** For whom a gift is. */
export interface GiftRecipient {
  name: string;
  email: string;
  message: string;
}

/** What an order line bought for people yet to be named. */
export interface BoughtSeats {
  /** The order line. */
  sourceId: string;
  /** Stands on every fact about these seats, so that the order can tell its story. */
  orderId?: string;
  kind: Lot['kind'];
  /** Who bought them. */
  ownerId: string;
  /** For `clinic`. */
  clinicId?: string | null;
  productId: string;
  title: string;
  courses: { id: string; title: string; editionId: string | null }[];
  quantity: number;
  /** How long access lasts from the day a seat is accepted; left out: no end. */
  expiresAfterDays?: number | null;
  /** For `gift`: invited at once. */
  recipient?: GiftRecipient | null;
}

/** Opens the seats that were paid for. Repeating it for one order line changes nothing. */
@Injectable()
export class OpenSeats {
  constructor(private readonly inviting: InviteHolder) {}

  async open(tx: Tx, bought: BoughtSeats): Promise<void> {
    const lotId = await this.insertLot(tx, bought);
    if (!lotId) return;
    await insertCourses(tx, lotId, bought.courses);
    const seats = await insertSeats(tx, lotId, bought.quantity);
    if (!bought.recipient) return;
    const lot = await lockLot(tx, lotId);
    await this.inviting.give(tx, { lot, seatId: seats[0]!, by: bought.ownerId, ...bought.recipient });
  }

  private async insertLot(tx: Tx, bought: BoughtSeats): Promise<string | undefined> {
    const { sourceId, orderId, kind, ownerId, clinicId, productId, title, quantity, expiresAfterDays } = bought;
    const lot = await tx.row<{ id: string }>(
      `INSERT INTO seat_lots (id, source_id, order_id, kind, owner_id, clinic_id, product_id, title, quantity, expires_after_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (source_id) DO NOTHING RETURNING id`,
      [
        newId(),
        sourceId,
        orderId ?? null,
        kind,
        ownerId,
        clinicId ?? null,
        productId,
        title,
        quantity,
        expiresAfterDays ?? null,
      ],
    );
    return lot?.id;
  }
}

async function insertCourses(tx: Tx, lotId: string, courses: BoughtSeats['courses']): Promise<void> {
  await tx.rows(
    `INSERT INTO seat_lot_courses (lot_id, course_id, title, edition_id, position)
     SELECT $1, c.id, c.title, c.edition_id, c.place - 1
     FROM unnest($2::uuid[], $3::text[], $4::uuid[]) WITH ORDINALITY AS c (id, title, edition_id, place)`,
    [lotId, courses.map(({ id }) => id), courses.map(({ title }) => title), courses.map(({ editionId }) => editionId)],
  );
}

async function insertSeats(tx: Tx, lotId: string, quantity: number): Promise<string[]> {
  const ids = Array.from({ length: quantity }, () => newId());
  await tx.rows(
    `INSERT INTO seats (id, lot_id, quantity, number)
     SELECT s.id, $1, $2, s.number FROM unnest($3::uuid[]) WITH ORDINALITY AS s (id, number)`,
    [lotId, quantity, ids],
  );
  return ids;
}
