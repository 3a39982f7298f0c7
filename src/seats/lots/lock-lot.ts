import type { Tx } from '../../database/index.js';

/** The seats of one order line: a gift is a lot of one. */
export interface Lot {
  id: string;
  sourceId: string;
  orderId: string | null;
  kind: 'gift' | 'clinic';
  ownerId: string;
  /** Who bought it. */
  ownerName: string;
  clinicId: string | null;
  clinicName: string | null;
  productId: string;
  title: string;
  expiresAfterDays: number | null;
  /** Why nothing of it may be used just now; empty: nothing stands against it. */
  suspended: string[];
}

export const lotColumns = `l.id, l.source_id AS "sourceId", l.order_id AS "orderId", l.kind, l.owner_id AS "ownerId",
  p.name AS "ownerName", l.clinic_id AS "clinicId", c.name AS "clinicName", l.product_id AS "productId", l.title,
  l.expires_after_days AS "expiresAfterDays", l.suspended`;

const lots = `seat_lots l JOIN people p ON p.id = l.owner_id LEFT JOIN clinics c ON c.id = l.clinic_id`;

/** One lock orders everything about the seats of a lot: its own row. An order is locked before it, enrollments after it. */
export function lockLotOf(tx: Tx, sourceId: string): Promise<Lot | undefined> {
  return tx.row(`SELECT ${lotColumns} FROM ${lots} WHERE l.source_id = $1 FOR UPDATE OF l`, [sourceId]);
}

export async function lockLot(tx: Tx, lotId: string): Promise<Lot> {
  return (await tx.row<Lot>(`SELECT ${lotColumns} FROM ${lots} WHERE l.id = $1 FOR UPDATE OF l`, [lotId]))!;
}

/** All lots of a product that a clinic bought, oldest first. */
export function lockLotsOfProduct(tx: Tx, clinicId: string, productId: string): Promise<Lot[]> {
  return tx.rows(
    `SELECT ${lotColumns} FROM ${lots} WHERE l.clinic_id = $1 AND l.product_id = $2 ORDER BY l.id FOR UPDATE OF l`,
    [clinicId, productId],
  );
}
