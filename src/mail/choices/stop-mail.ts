import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { Topic } from '../topics.js';
import { type How, isWanted, MailChoices } from './mail-choices.js';

/** What the link in a mail is about. */
export interface Stop {
  /** Only its beginning and its domain. */
  address: string;
  topic: Topic;
  wanted: boolean;
}

/** The link at the foot of an optional mail: whoever has the mail may stop its kind, and undo that. */
@Injectable()
export class StopMail {
  constructor(
    private readonly db: Database,
    private readonly choices: MailChoices,
  ) {}

  /** @throws not_found */
  async show(token: string): Promise<Stop> {
    const { email, topic, wanted } = await this.find(token);
    return { address: masked(email), topic, wanted };
  }

  /** Repeating it changes nothing. @throws not_found */
  async choose(token: string, wanted: boolean, how: How): Promise<void> {
    const { email, topic } = await this.find(token);
    await this.db.transaction((tx) => this.choices.choose(tx, email, { [topic]: wanted }, how));
  }

  private async find(token: string): Promise<{ email: string; topic: Topic; wanted: boolean }> {
    const row = await this.db.row<{ email: string; topic: Topic; wanted: boolean }>(
      `SELECT to_email AS email, topic, ${isWanted('mail_address(to_email)', 'topic')} AS wanted
       FROM mails WHERE stop_token = $1 AND to_email <> ''`,
      [token],
    );
    if (!row) throw notFound('mail');
    return row;
  }
}

const masked = (email: string): string => email.replace(/^(.).*(?=@)/, '$1…');
