import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Clock, newId, sha256 } from '../../shared/index.js';
import { type LockedEntry, lockEntry, stateOf } from '../logbook/lock-entry.js';
import { alreadyDecided, entryWithdrawn, mayNotSign, noSuchEntry, tooManyCodes } from '../practice.errors.js';
import { entryWords } from './entry-words.js';
import { MaySign } from './may-sign.js';
import { PracticeMails } from './practice-mails.js';

const codesAnHour = 10;

/** What is stored of a code: bound to its row, so that equal codes look different. */
export const codeHash = (id: string, code: string): Buffer => sha256(`${id}:${code}`);

interface Wanted {
  entryId: string;
  preceptorId: string;
  /** The preceptor, who sees the code, or the learner, who does not: it goes to the preceptor by mail. */
  askedBy: string;
}

/** Makes a code of eight digits that signs one version of one entry in a preceptor's name, for ten minutes, once. */
@Injectable()
export class MakeCode {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly maySign: MaySign,
    private readonly mails: PracticeMails,
  ) {}

  /** In the preceptor's session. @returns the code, which is stored nowhere. @throws not_found, too_many_codes … */
  async show(entryId: string, preceptorId: string): Promise<{ code: string }> {
    return { code: await this.make({ entryId, preceptorId, askedBy: preceptorId }) };
  }

  /** In the learner's session: by mail to the preceptor. @throws not_found, may_not_sign, too_many_codes … */
  async mail(entryId: string, learnerId: string, preceptorId: string): Promise<void> {
    await this.make({ entryId, preceptorId, askedBy: learnerId });
  }

  private async make({ entryId, preceptorId, askedBy }: Wanted): Promise<string> {
    const made = await this.db.transaction(async (tx) => {
      const entry = await lockEntry(tx, entryId);
      const isLearner = askedBy !== preceptorId;
      if (isLearner && entry?.personId !== askedBy) throw noSuchEntry();
      const may = await this.maySign.authority(tx, entry, preceptorId, await this.clock.now(tx));
      if ('denial' in may) return may;
      const code = String(randomInt(100_000_000)).padStart(8, '0');
      const codeId = await this.put(tx, { entryId, preceptorId, askedBy }, code);
      if (isLearner) await this.send(tx, entry!, { codeId, code, preceptorId });
      return { code };
    });
    if ('code' in made) return made.code;
    await this.maySign.record(entryId, preceptorId, made.denial);
    // Showing a code is a look at the entry: what is not theirs to sign is not there for them.
    throw askedBy === preceptorId ? noSuchEntry() : mayNotSign();
  }

  private async put(tx: Tx, { entryId, preceptorId, askedBy }: Wanted, code: string): Promise<string> {
    const state = await stateOf(tx, entryId);
    if (state.withdrawn) throw entryWithdrawn();
    if (state.decision) {
      const { version, decision, by } = state;
      throw alreadyDecided({ version, decision, by, at: state.at?.toISOString() ?? null, words: [] });
    }
    await tx.lock(`sign-off-codes:${askedBy}`);
    const asked = await tx.row<{ count: number }>(
      `SELECT count(*) FROM sign_off_codes WHERE asked_by = $1 AND made_at > now() - interval '1 hour'`,
      [askedBy],
    );
    if (asked!.count >= codesAnHour) throw tooManyCodes();
    const id = newId();
    await tx.rows(
      `INSERT INTO sign_off_codes (id, entry_id, version, preceptor_id, asked_by, code_hash) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, entryId, state.version, preceptorId, askedBy, codeHash(id, code)],
    );
    return id;
  }

  private async send(
    tx: Tx,
    entry: LockedEntry,
    { codeId, code, preceptorId }: { codeId: string; code: string; preceptorId: string },
  ): Promise<void> {
    const people = await tx.rows<{ id: string; name: string; email: string }>(
      'SELECT id, name, email FROM people WHERE id = ANY($1::uuid[])',
      [[entry.personId, preceptorId]],
    );
    const to = people.find(({ id }) => id === preceptorId)!;
    const learner = people.find(({ id }) => id === entry.personId)!.name;
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    await this.mails.code(tx, { codeId, code: spaced, learner, words: await entryWords(tx, entry.id), to });
  }
}
