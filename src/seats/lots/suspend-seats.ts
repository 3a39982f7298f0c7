import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { RestoreAccess, SuspendAccess } from '../../enrollment/index.js';
import { heldBy } from './held-seats.js';
import { type Lot, lockLotOf } from './lock-lot.js';

interface SeatPause {
  /** The order line. */
  sourceId: string;
  /** `dispute`, `missed_payment`: each is lifted by itself. */
  cause: string;
}

/** Pauses all that the seats of an order line give: nothing of it can be used or accepted meanwhile. Repeatable. */
@Injectable()
export class SuspendSeats {
  constructor(
    private readonly suspending: SuspendAccess,
    private readonly restoring: RestoreAccess,
  ) {}

  async suspend(tx: Tx, { sourceId, cause }: SeatPause): Promise<void> {
    const lot = await lockLotOf(tx, sourceId);
    if (!lot) return;
    await setCauses(tx, lot, [...lot.suspended.filter((each) => each !== cause), cause]);
    for (const { id } of await heldBy(tx, lot.id)) {
      await this.suspending.suspend(tx, { sourceKind: 'seat', sourceId: id, cause });
    }
  }

  async restore(tx: Tx, { sourceId, cause }: SeatPause): Promise<void> {
    const lot = await lockLotOf(tx, sourceId);
    if (!lot) return;
    const left = lot.suspended.filter((each) => each !== cause);
    await setCauses(tx, lot, left);
    for (const { id } of await heldBy(tx, lot.id)) {
      await this.restoring.restore(tx, { sourceKind: 'seat', sourceId: id, cause });
    }
  }
}

const setCauses = (tx: Tx, { id }: Lot, causes: string[]) =>
  tx.rows('UPDATE seat_lots SET suspended = $2 WHERE id = $1', [id, causes]);
