import { Injectable } from '@nestjs/common';
import { Database, type Runner, type Tx } from '../../database/index.js';
import { type Topic, topics, topicWords } from '../topics.js';

export type Wishes = Record<Topic, boolean>;
/** Where a choice was made. */
export type How = 'account' | 'link' | 'one-click' | 'complaint' | 'form';

/** SQL: whether `address` wants mails of `topic`; the last choice counts. */
export const isWanted = (address: string, topic: string): string =>
  `coalesce((SELECT c.wanted FROM mail_choices c WHERE c.address = ${address} AND c.topic = ${topic}
     ORDER BY c.id DESC LIMIT 1), ${topic} IN (${sentUnasked}))`;

const sentUnasked = topics
  .filter((topic) => topicWords[topic].isSentUnasked)
  .map((topic) => `'${topic}'`)
  .join(', ');

/** What an address wants to be written about. Choices are kept, each with where it was made. */
@Injectable()
export class MailChoices {
  constructor(private readonly db: Database) {}

  async of(email: string, runner: Runner = this.db): Promise<Wishes> {
    const rows = await runner.rows<{ topic: Topic; wanted: boolean }>(
      `SELECT t.topic, ${isWanted('mail_address($1)', 't.topic')} AS wanted FROM unnest($2::text[]) AS t (topic)`,
      [email, topics],
    );
    return Object.fromEntries(rows.map(({ topic, wanted }) => [topic, wanted])) as Wishes;
  }

  /** Writes down what differs from what holds. */
  async choose(tx: Tx, email: string, wishes: Partial<Wishes>, how: How): Promise<void> {
    await tx.rows(
      `INSERT INTO mail_choices (address, topic, wanted, how)
       SELECT mail_address($1), w.topic, w.wanted, $4 FROM unnest($2::text[], $3::boolean[]) AS w (topic, wanted)
       WHERE w.wanted <> ${isWanted('mail_address($1)', 'w.topic')}`,
      [email, Object.keys(wishes), Object.values(wishes), how],
    );
  }
}
