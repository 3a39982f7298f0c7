import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock, Config } from '../../shared/index.js';
import { addresses, statusListLength } from '../credential/addresses.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { statusListCredential, statusListHour } from '../credential/status-list.js';
import { type Signer, SIGNER } from '../signing/signer.js';
import { Issuer } from './issuer.js';

interface Kept {
  key: string;
  credential: Promise<SignedCredential>;
}

/** The public lists of what is revoked, signed anew when they change and once an hour. */
@Injectable()
export class StatusLists {
  private readonly kept = new Map<number, Kept>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly issuer: Issuer,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  /** Undefined for a list no certificate points to yet; the first one is always there. */
  async list(number: number): Promise<SignedCredential | undefined> {
    const first = (number - 1) * statusListLength;
    const found = await this.db.row<{ exists: boolean; revoked: number[] }>(
      `SELECT EXISTS (SELECT FROM certificates WHERE status_index >= $1 AND status_index < $2) AS exists,
         ARRAY(SELECT c.status_index - $1 FROM revocations r JOIN certificates c ON c.id = r.certificate_id
           WHERE c.status_index >= $1 AND c.status_index < $2 ORDER BY 1) AS revoked`,
      [first, first + statusListLength],
    );
    if (!found?.exists && number !== 1) return undefined;
    return this.signed(number, found!.revoked, await this.clock.now());
  }

  private signed(number: number, revoked: number[], now: Date): Promise<SignedCredential> {
    const key = `${statusListHour(now).toISOString()} ${revoked.join(' ')}`;
    const kept = this.kept.get(number);
    if (kept?.key === key) return kept.credential;
    const content = { id: addresses(this.config.baseUrl).statusList(number), issuer: this.issuer.did, revoked };
    const credential = statusListCredential(content, this.signer, now);
    credential.catch(() => this.kept.delete(number));
    this.kept.set(number, { key, credential });
    return credential;
  }
}
