import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError, newId } from '../../shared/index.js';
import { tooManyGuesses } from '../bundles.errors.js';

/** So many codes that nobody gave out may be tried from one network in an hour. */
const free = 20;

/** A provider gives a whole /64 to one customer: an IPv6 address is counted by it. */
const network = (parameter: string) =>
  `CASE family(${parameter}::inet) WHEN 6 THEN network(set_masklen(${parameter}::inet, 64))::inet ELSE ${parameter}::inet END`;

/** Keeps codes from being found by trying: after some wrong ones no more are looked at for a while. */
@Injectable()
export class CodeGuesses {
  constructor(private readonly db: Database) {}

  /** Runs `work`, which looks at `code`, for whoever asks from `ip`. @throws too_many_tries, and what `work` throws */
  async guard<T>(ip: string, code: string | undefined, work: () => Promise<T>): Promise<T> {
    if (!code) return work();
    const before = await this.db.row<{ count: number }>(
      `SELECT count(*) FROM code_guesses WHERE ip = ${network('$1')} AND at > now() - interval '1 hour'`,
      [ip],
    );
    if (before!.count >= free) throw tooManyGuesses();
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'code_unknown') await this.note(ip);
      throw error;
    }
  }

  private async note(ip: string): Promise<void> {
    await this.db.rows(`INSERT INTO code_guesses (id, ip) VALUES ($1, ${network('$2')})`, [newId(), ip]);
  }
}
