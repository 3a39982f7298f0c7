import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { sha256 } from '../../shared/index.js';
import { linkGone } from '../../users/index.js';

/** What the link in a mail leads to. */
export interface BookLink {
  requestId: string;
  ebook: string;
  isConfirmed: boolean;
  news: boolean;
  source: string | null;
  expiresAt: Date;
}

/** The secrets in our mails: kept as hashes, good for seven days and for one book. */
@Injectable()
export class BookLinks {
  constructor(private readonly db: Database) {}

  /** @throws link_gone: unknown, too old, or of somebody who was erased */
  async find(token: string): Promise<BookLink> {
    const link = await this.db.row<BookLink>(
      `SELECT id AS "requestId", ebook, confirmed_at IS NOT NULL AS "isConfirmed", news, source, expires_at AS "expiresAt"
       FROM ebook_requests WHERE token_hash = $1 AND expires_at > now()`,
      [sha256(token)],
    );
    if (!link) throw linkGone();
    return link;
  }
}
