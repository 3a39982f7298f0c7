import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { codeGone, codeWrong } from '../practice.errors.js';
import { DecideEntry } from './decide-entry.js';
import { codeHash } from './make-code.js';

interface Tried {
  id: string;
  hash: Buffer;
  tries: number;
  version: number;
  contentHash: string;
  preceptorId: string;
}

const mostTries = 5;

/** Signs one's own entry with the code that the preceptor gave. The last code made is the one that counts. */
@Injectable()
export class SignByCode {
  constructor(
    private readonly db: Database,
    private readonly deciding: DecideEntry,
  ) {}

  /** @throws code_wrong, code_gone, and what deciding refuses */
  async execute(entryId: string, learnerId: string, typed: string): Promise<void> {
    // Counted before it is compared, and kept whatever follows.
    const tried = await this.db.row<Tried>(
      `UPDATE sign_off_codes c SET tries = tries + 1 FROM logbook_entries e, logbook_versions v
       WHERE e.id = $1 AND e.person_id = $2 AND v.entry_id = e.id AND v.version = c.version
         AND c.id = (SELECT l.id FROM sign_off_codes l WHERE l.entry_id = $1 ORDER BY l.made_at DESC, l.id DESC LIMIT 1)
         AND c.tries < $3 AND c.used_at IS NULL AND c.expires_at > now()
       RETURNING c.id, c.code_hash AS hash, c.tries, c.version, v.content_hash AS "contentHash", c.preceptor_id AS "preceptorId"`,
      [entryId, learnerId, mostTries],
    );
    if (!tried) throw codeGone();
    if (!timingSafeEqual(tried.hash, codeHash(tried.id, typed.replace(/\D/g, '')))) {
      throw codeWrong(mostTries - tried.tries);
    }
    await this.deciding.execute(
      {
        ...{ id: tried.id, entryId, version: tried.version, hash: tried.contentHash, preceptorId: tried.preceptorId },
        ...{ decision: 'signed', way: 'code', rating: null, reason: null, deviceAt: null },
      },
      async (tx) => {
        await tx.rows('UPDATE sign_off_codes SET used_at = now() WHERE id = $1', [tried.id]);
      },
    );
  }
}
