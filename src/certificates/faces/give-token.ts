import { Inject, Injectable } from '@nestjs/common';
import type { SignedCertificate } from '../certificate.queries.js';
import { Database } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import { type Signer, TOKEN_SIGNER } from '../signing/signer.js';
import { signToken } from './sign-token.js';

/** The certificate as a token: signed when it is first asked for, and the same ever after. */
@Injectable()
export class GiveToken {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(TOKEN_SIGNER) private readonly signer: Signer,
  ) {}

  async execute({ id, credential }: Pick<SignedCertificate, 'id' | 'credential'>): Promise<string> {
    const kept = await this.kept(id);
    if (kept) return kept;
    const now = await this.clock.now();
    const token = await signToken(credential, this.signer, now);
    await this.db.rows(
      `INSERT INTO certificate_tokens (certificate_id, token, signed_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_certificate_tokens DO NOTHING`,
      [id, token, now],
    );
    return (await this.kept(id))!;
  }

  /** When this very token was signed here; undefined for any other. */
  async keptSince(token: string): Promise<Date | undefined> {
    const row = await this.db.row<{ at: Date }>('SELECT signed_at AS at FROM certificate_tokens WHERE token = $1', [
      token,
    ]);
    return row?.at;
  }

  private async kept(id: string): Promise<string | undefined> {
    const row = await this.db.row<{ token: string }>('SELECT token FROM certificate_tokens WHERE certificate_id = $1', [
      id,
    ]);
    return row?.token;
  }
}
