import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { notNow, tooManyPapers } from '../licences/licence.errors.js';
import { lockOwnLicence, tellLicence } from '../licences/lock-licence.js';
import { PaperKeys } from './paper-keys.js';
import { seal } from './seal.js';
import { takePaper } from './take-paper.js';

/** Papers of one licence. */
const mostPapers = 10;

/** Keeps the paper of a licence, sealed. The first one sends the licence to the reviewers. */
@Injectable()
export class SendPaper {
  constructor(
    private readonly db: Database,
    private readonly keys: PaperKeys,
  ) {}

  /** @throws not_found, not_now, too_many_papers, and what `takePaper` refuses */
  async execute(licenceId: string, personId: string, sent: Buffer): Promise<void> {
    const { mediaType, bytes } = await takePaper(sent);
    await this.db.transaction(async (tx) => {
      const licence = await lockOwnLicence(tx, licenceId, personId);
      if (licence.status !== 'unsent' && licence.status !== 'asked') throw notNow();
      if (licence.papers >= mostPapers) throw tooManyPapers();
      const id = newId();
      const { keyId, wrappedKey, sealed } = seal(this.keys, id, bytes);
      await tx.rows(
        `INSERT INTO licence_papers (id, licence_id, media_type, size, key_id, wrapped_key, sealed)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, licenceId, mediaType, bytes.length, keyId, wrappedKey, sealed],
      );
      await tx.rows(
        `UPDATE licences SET status = 'waiting', waiting_since = now() WHERE id = $1 AND status = 'unsent'`,
        [licenceId],
      );
      await tellLicence(tx, { licence, kind: 'sent', by: personId });
    });
  }
}
