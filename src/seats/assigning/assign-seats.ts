import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { InviteHolder } from '../invitations/invite-holder.js';
import { type Lot, lockLotsOfProduct } from '../lots/lock-lot.js';
import { seatIsFree, seatStands } from '../lots/standing.js';
import { noSeats, notEnoughSeats, peopleRefused, seatPaused, tooManyMails } from '../seats.errors.js';
import type { NamedPerson } from './parse-people.js';

interface Assigning {
  clinicId: string;
  productId: string;
  by: string;
  people: readonly NamedPerson[];
}

/** Gives free seats to the people of a list and writes to each. Everybody on the list gets one, or nobody. */
@Injectable()
export class AssignSeats {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicQueries,
    private readonly inviting: InviteHolder,
  ) {}

  /** @throws not_found, seat_paused, people_refused, not_enough_seats, too_many_mails */
  async execute({ clinicId, productId, by, people }: Assigning): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.clinics.managed(clinicId, by, tx);
      const lots = await lockLotsOfProduct(tx, clinicId, productId);
      if (lots.length === 0) throw noSeats();
      const usable = lots.filter(({ suspended }) => suspended.length === 0);
      if (usable.length === 0) throw seatPaused();
      await refuseDoubles(tx, { clinicId, productId }, people);
      const seats = await freeSeats(tx, usable);
      if (seats.length < people.length) throw notEnoughSeats(people.length, seats.length);
      await refuseFlood(tx, clinicId);
      for (const [index, { name, email }] of people.entries()) {
        const { id, lotId } = seats[index]!;
        const lot = lots.find((each) => each.id === lotId)!;
        await this.inviting.give(tx, { lot, seatId: id, name, email, by });
      }
    });
  }
}

/** What the list itself says twice, and who has a seat for this already. Whether somebody has an account is not asked. */
async function refuseDoubles(
  tx: Tx,
  { clinicId, productId }: Pick<Assigning, 'clinicId' | 'productId'>,
  people: readonly NamedPerson[],
): Promise<void> {
  const holders = await tx.rows<{ email: string }>(
    `SELECT lower(email) AS email FROM seat_assignments WHERE clinic_id = $1 AND product_id = $2 AND ended_at IS NULL`,
    [clinicId, productId],
  );
  const held = new Set(holders.map(({ email }) => email));
  const sentences: Record<number, string> = {};
  const seen = new Set<string>();
  for (const { place, email } of people) {
    const address = email.toLowerCase();
    if (held.has(address)) sentences[place] = `${email} has a seat already.`;
    else if (seen.has(address)) sentences[place] = `${email} is in the list twice.`;
    seen.add(address);
  }
  if (Object.keys(sentences).length > 0) throw peopleRefused(sentences);
}

/** Seats that were recalled can be assigned again and again; mails cannot. */
async function refuseFlood(tx: Tx, clinicId: string): Promise<void> {
  const count = await tx.row<{ sent: number; most: number }>(
    `SELECT 20 + 3 * (SELECT coalesce(sum(quantity), 0) FROM seat_lots WHERE clinic_id = $1) AS most,
       (SELECT count(*) FROM seat_invitations i JOIN seat_assignments a ON a.id = i.assignment_id
        WHERE a.clinic_id = $1 AND i.sent_at > now() - interval '1 day') AS sent`,
    [clinicId],
  );
  if (count!.sent >= count!.most) throw tooManyMails(count!.most);
}

const freeSeats = (tx: Tx, lots: Lot[]) =>
  tx.rows<{ id: string; lotId: string }>(
    `SELECT s.id, s.lot_id AS "lotId" FROM seats s WHERE s.lot_id = ANY($1::uuid[]) AND ${seatIsFree} AND ${seatStands}
     ORDER BY s.lot_id, s.number`,
    [lots.map(({ id }) => id)],
  );
