import { Injectable } from '@nestjs/common';
import { ClaimQueries } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { Clock } from '../../shared/index.js';
import { dayAfter, dueBy } from './due.js';

/** Tells authors once a month what has to be read again within the next sixty days. */
@Injectable()
export class RemindOfClaims {
  constructor(
    private readonly db: Database,
    private readonly claims: ClaimQueries,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  @Every('30 7 1 * *', 'authoring.remind-of-claims')
  async execute(): Promise<void> {
    const now = await this.clock.now();
    const due = dueBy(await this.claims.standing(), dayAfter(now, 60));
    if (due.length === 0) return;
    const courses = [...Map.groupBy(due, ({ title }) => title)].map(([title, own]) => `${title}: ${own.length}`);
    await this.db.transaction(async (tx) => {
      const authors = await tx.rows<{ id: string; name: string; email: string }>(
        `SELECT p.id, p.name, p.email FROM people p JOIN person_roles r ON r.person_id = p.id AND r.role = 'author'
         ORDER BY p.id`,
      );
      for (const { id, ...to } of authors) {
        await this.mailer.send(tx, {
          ...{ to, kind: 'claims-due', dedupeKey: `claims-due:${dayAfter(now, 0).slice(0, 7)}:${id}` },
          subject: due.length === 1 ? 'A claim falls due for review' : `${due.length} claims fall due for review`,
          parts: [
            greeting(to.name),
            'These claims of our courses rest on a review that is a year old, or will be within sixty days.',
            { list: courses },
            { button: { label: 'See the claims', path: '/author/claims' } },
          ],
        });
      }
    });
  }
}
