import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { type EntryState, lockEntry, stateOf } from '../logbook/lock-entry.js';
import {
  alreadyDecided,
  entryAmended,
  entryWithdrawn,
  idReused,
  mayNotSign,
  type Standing,
} from '../practice.errors.js';
import { entryWords } from './entry-words.js';
import { type Denial, MaySign } from './may-sign.js';
import { PracticeMails } from './practice-mails.js';

export interface Decision {
  /** Made by who decides: sent again, it is the same decision. */
  id: string;
  entryId: string;
  /** What was read and decided on. */
  version: number;
  hash: string;
  preceptorId: string;
  decision: 'signed' | 'refused';
  way: 'session' | 'code';
  rating: number | null;
  reason: string | null;
  /** When the device says it was decided, if that was before it could be sent. */
  deviceAt: string | null;
}

export interface Decided {
  id: string;
  decision: 'signed' | 'refused';
}

class Denied extends Error {
  constructor(readonly denial: Denial) {
    super(denial);
  }
}

/** Signs or refuses one version of an entry, once, whoever else decides at the same moment. */
@Injectable()
export class DecideEntry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly maySign: MaySign,
    private readonly facts: Facts,
    private readonly mails: PracticeMails,
  ) {}

  /** @throws may_not_sign (written down), already_decided, entry_amended, entry_withdrawn, id_reused */
  async execute(decision: Decision, andThen?: (tx: Tx) => Promise<void>): Promise<Decided> {
    try {
      return await this.db.transaction(async (tx) => {
        const decided = await this.decide(tx, decision);
        await andThen?.(tx);
        return decided;
      });
    } catch (error) {
      if (!(error instanceof Denied)) throw error;
      await this.maySign.record(decision.entryId, decision.preceptorId, error.denial);
      throw mayNotSign();
    }
  }

  private async decide(tx: Tx, sent: Decision): Promise<Decided> {
    const entry = await lockEntry(tx, sent.entryId);
    const before = await tx.row<{ entryId: string; preceptorId: string; decision: Decision['decision'] }>(
      `SELECT entry_id AS "entryId", preceptor_id AS "preceptorId", decision FROM sign_offs WHERE id = $1`,
      [sent.id],
    );
    if (before) {
      const isSame = before.entryId === sent.entryId && before.preceptorId === sent.preceptorId;
      if (!isSame || before.decision !== sent.decision) throw idReused();
      return { id: sent.id, decision: before.decision };
    }
    const may = await this.maySign.authority(tx, entry, sent.preceptorId, await this.clock.now(tx));
    if ('denial' in may) throw new Denied(may.denial);
    const state = await stateOf(tx, sent.entryId);
    if (state.withdrawn) throw entryWithdrawn();
    if (state.decision) throw alreadyDecided(await standing(tx, sent.entryId, state));
    if (state.version !== sent.version || state.hash !== sent.hash) {
      throw entryAmended(await standing(tx, sent.entryId, state));
    }
    await put(tx, sent, may.authorityId);
    if (sent.decision === 'signed') {
      this.facts.record(tx, 'practice.signed', { personId: entry!.personId, procedure: entry!.procedure });
    } else await this.mails.refused(tx, sent.id);
    return { id: sent.id, decision: sent.decision };
  }
}

const put = (tx: Tx, sent: Decision, authorityId: string) =>
  tx.rows(
    `INSERT INTO sign_offs (id, entry_id, version, content_hash, decision, way, rating, reason, preceptor_id, authority_id, device_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[sent.id, sent.entryId, sent.version, sent.hash, sent.decision, sent.way, sent.rating, sent.reason],
      ...[sent.preceptorId, authorityId, sent.deviceAt],
    ],
  );

/** What is there now, for whoever decided on something else. */
async function standing(tx: Tx, entryId: string, state: EntryState): Promise<Standing> {
  const { version, decision, by, at } = state;
  return { version, decision, by, at: at?.toISOString() ?? null, words: await entryWords(tx, entryId) };
}
