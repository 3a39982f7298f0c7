import { Injectable } from '@nestjs/common';
import { type AccessDates, AccessDatesQueries } from '../../enrollment/index.js';
import { Database, type Tx } from '../../database/index.js';
import { SeatQueries } from '../../seats/index.js';

/** How many lines are looked at in one transaction. */
const batch = 1_000;

interface Milestone extends Omit<AccessDates, 'sourceId'> {
  lineId: string;
  unit: number;
}

/**
 * Notes of everything that is not earned yet when its access opened, when its course was completed and when its access
 * ended. The first opening and the first completion of a seat count, whoever holds it; an end only where nobody else can
 * follow.
 */
@Injectable()
export class RefreshMilestones {
  constructor(
    private readonly db: Database,
    private readonly access: AccessDatesQueries,
    private readonly seats: SeatQueries,
  ) {}

  async execute(): Promise<void> {
    let after: string | undefined;
    for (;;) {
      const lines = await this.db.rows<{ id: string }>(
        `SELECT DISTINCT order_line_id AS id FROM deferrals
         WHERE sold - recognised - returned_deferred > 0 AND ($1::uuid IS NULL OR order_line_id > $1)
         ORDER BY order_line_id LIMIT $2`,
        [after ?? null, batch],
      );
      if (lines.length === 0) return;
      await this.db.transaction((tx) =>
        this.refresh(
          tx,
          lines.map(({ id }) => id),
        ),
      );
      after = lines.at(-1)!.id;
    }
  }

  private async refresh(tx: Tx, lineIds: readonly string[]): Promise<void> {
    const own = await this.access.of('order_line', lineIds, tx);
    const holders = new Map((await this.seats.assignments(lineIds, tx)).map((each) => [each.id, each]));
    const held = holders.size > 0 ? await this.access.of('seat', [...holders.keys()], tx) : [];
    await note(tx, [
      ...own.map(({ sourceId, ...dates }) => ({ lineId: sourceId, unit: 1, ...dates })),
      ...held.map(({ sourceId, ...dates }) => {
        const seat = holders.get(sourceId)!;
        return { lineId: seat.sourceId, unit: seat.number, ...dates, endedOn: null };
      }),
    ]);
  }
}

async function note(tx: Tx, milestones: readonly Milestone[]): Promise<void> {
  await tx.rows(
    `UPDATE deferrals d SET starts_on = coalesce(d.starts_on, m.opened), completed_on = coalesce(d.completed_on, m.completed),
       ended_on = m.ended
     FROM (SELECT line, course, unit, min(opened) AS opened, min(completed) AS completed, min(ended) AS ended
           FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::date[], $5::date[], $6::date[])
             AS m (line, course, unit, opened, completed, ended) GROUP BY line, course, unit) AS m
     WHERE (d.order_line_id, d.course_id, d.unit) = (m.line, m.course, m.unit)
       AND (d.starts_on, d.completed_on, d.ended_on) IS DISTINCT FROM
         (coalesce(d.starts_on, m.opened), coalesce(d.completed_on, m.completed), m.ended)`,
    [
      milestones.map(({ lineId }) => lineId),
      milestones.map(({ courseId }) => courseId),
      milestones.map(({ unit }) => unit),
      milestones.map(({ openedOn }) => openedOn),
      milestones.map(({ completedOn }) => completedOn),
      milestones.map(({ endedOn }) => endedOn),
    ],
  );
}
