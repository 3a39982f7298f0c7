import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId, randomToken, sha256 } from '../../shared/index.js';
import { notYours, tooManyPackets } from './packets.errors.js';
import type { WantedPacket } from './packets.schemas.js';

/** Links of one person that open at the same time. */
const mostOpen = 50;
const tokenBytes = 16;

export interface MadePacket {
  id: string;
  /** Told once: only its hash is kept. */
  token: string;
  until: Date;
}

/** Makes a link that shows a holder's certificates, and what else they agree to, to whoever has it. */
@Injectable()
export class MakePacket {
  constructor(private readonly db: Database) {}

  /** @throws not_yours · too_many_packets */
  execute(personId: string, { recipient, days, certificates, shows }: WantedPacket): Promise<MadePacket> {
    const [id, token, numbers] = [newId(), randomToken(tokenBytes), [...new Set(certificates)]];
    return this.db.transaction(async (tx) => {
      await tx.rows('SELECT id FROM people WHERE id = $1 FOR UPDATE', [personId]);
      const open = await tx.row<{ count: number }>(
        'SELECT count(*) FROM packets WHERE person_id = $1 AND withdrawn_at IS NULL AND until > now()',
        [personId],
      );
      if (open!.count >= mostOpen) throw tooManyPackets(mostOpen);
      const made = await tx.row<{ until: Date }>(
        `INSERT INTO packets (id, person_id, token_hash, recipient, shows, until)
         VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING until`,
        [id, personId, sha256(token), recipient, [...new Set(shows)], days],
      );
      const put = await tx.rows(
        `INSERT INTO packet_certificates (packet_id, certificate_id)
         SELECT $1, id FROM certificates WHERE person_id = $2 AND number = ANY($3) RETURNING certificate_id`,
        [id, personId, numbers],
      );
      if (put.length < numbers.length) throw notYours();
      return { id, token, until: made!.until };
    });
  }
}
