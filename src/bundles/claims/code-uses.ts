import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { codeEnded, codeUsedByYou, codeUsedUp } from '../bundles.errors.js';

interface Holder {
  holderId: string;
  personId: string;
}

interface HeldCode {
  ended: boolean;
  usedUp: boolean;
  usedByPerson: boolean;
}

/** The uses of codes, counted while their code is held. */
@Injectable()
export class CodeUses {
  /** @throws code_ended, code_used_up, code_used_by_you */
  async claim(tx: Tx, codeId: string, holder: Holder, now: Date): Promise<void> {
    const { holderId, personId } = holder;
    const code = await held(tx, codeId, holder, now);
    if (code.ended) throw codeEnded();
    if (code.usedByPerson) throw codeUsedByYou();
    if (code.usedUp) throw codeUsedUp();
    await tx.rows(
      `INSERT INTO code_claims AS mine (code_id, holder_id, person_id) VALUES ($1, $2, $3)
       ON CONFLICT (code_id, holder_id) DO UPDATE
         SET released_at = NULL, claimed_at = CASE WHEN mine.released_at IS NULL THEN mine.claimed_at ELSE now() END`,
      [codeId, holderId, personId],
    );
  }

  /** Keeps a use that had been released, if the limits still allow it. Whether they did. */
  async reclaim(tx: Tx, holderId: string): Promise<boolean> {
    const lost = await tx.row<{ codeId: string; personId: string }>(
      `SELECT code_id AS "codeId", person_id AS "personId" FROM code_claims WHERE holder_id = $1 AND released_at IS NOT NULL`,
      [holderId],
    );
    if (!lost) return true;
    const { usedUp, usedByPerson } = await held(tx, lost.codeId, { holderId, personId: lost.personId }, null);
    if (usedUp || usedByPerson) return false;
    await tx.rows('UPDATE code_claims SET released_at = NULL, kept_at = now() WHERE holder_id = $1', [holderId]);
    return true;
  }
}

/** The code, held, as it stands beside what other holders have of it. */
async function held(tx: Tx, codeId: string, { holderId, personId }: Holder, now: Date | null): Promise<HeldCode> {
  await tx.rows('SELECT 1 FROM codes WHERE id = $1 FOR NO KEY UPDATE', [codeId]);
  const code = await tx.row<HeldCode>(
    `SELECT c.withdrawn_at IS NOT NULL OR NOT c.during @> coalesce($4::timestamptz, lower(c.during)) AS ended,
       c.total_limit IS NOT NULL AND c.total_limit <= (SELECT count(*) FROM code_claims u
         WHERE u.code_id = c.id AND u.released_at IS NULL AND u.holder_id <> $2) AS "usedUp",
       c.person_limit IS NOT NULL AND c.person_limit <= (SELECT count(*) FROM code_claims u
         WHERE u.code_id = c.id AND u.released_at IS NULL AND u.holder_id <> $2 AND u.person_id = $3) AS "usedByPerson"
     FROM codes c WHERE c.id = $1`,
    [codeId, holderId, personId, now],
  );
  return code!;
}
