import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { PeopleQueries } from '../../users/index.js';

interface About {
  applicationId: string;
  personId: string;
  certification: { slug: string; title: string };
}

/** What candidates are told of their application when no certificate follows. */
@Injectable()
export class ApplicationMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly people: PeopleQueries,
  ) {}

  refused(tx: Tx, about: About, reason: string): Promise<void> {
    return this.tell(
      tx,
      about,
      'application-refused',
      `Your application for ${about.certification.title} was refused`,
      [
        `The reason: ${reason}`,
        'You can appeal within 60 days: people who have not decided on it look at it again. You can also apply again at any time.',
      ],
    );
  }

  withdrawn(tx: Tx, about: About): Promise<void> {
    return this.tell(
      tx,
      about,
      'application-withdrawn',
      `You withdrew your application for ${about.certification.title}`,
      ['Nothing is decided about it any more. You can apply again at any time; what you have shown so far counts.'],
    );
  }

  private async tell(tx: Tx, about: About, kind: string, subject: string, sentences: string[]): Promise<void> {
    const to = await this.people.byId(about.personId, tx);
    if (!to) return;
    const button = { label: 'See your application', path: `/certifications/${about.certification.slug}` };
    // An application that an appeal brought back can be refused again.
    const round = await this.round(tx, about.applicationId);
    await this.mailer.send(tx, {
      ...{ to, kind, subject, dedupeKey: `${kind}:${about.applicationId}:${round}` },
      parts: [greeting(to.name), ...sentences, { button }],
    });
  }

  private async round(tx: Tx, applicationId: string): Promise<number> {
    const row = await tx.row<{ rounds: number }>(
      `SELECT count(*)::int AS rounds FROM certificate_cases WHERE application_id = $1 AND outcome = 'upheld'`,
      [applicationId],
    );
    return row!.rounds;
  }
}
