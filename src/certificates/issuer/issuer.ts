import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config } from '../../shared/index.js';
import { type DidDocument, didDocument, didWeb } from '../signing/did-web.js';
import type { SeedSigner } from '../signing/seed-signer.js';
import { SIGNER, TOKEN_SIGNER, type PublishedKey } from '../signing/signer.js';

/** Who issues: this site under its own address, and every key it ever signed with. */
@Injectable()
export class Issuer implements OnModuleInit {
  readonly did: string;
  readonly profile: { id: string; name: string; url: string };

  constructor(
    private readonly db: Database,
    config: Config,
    @Inject(SIGNER) private readonly signer: SeedSigner,
    @Inject(TOKEN_SIGNER) private readonly tokens: SeedSigner,
  ) {
    this.did = didWeb(config.baseUrl);
    this.profile = { id: this.did, name: 'Glabella', url: config.baseUrl };
  }

  /** A key is published before it signs: a rotated one stays in the list by itself. */
  async onModuleInit(): Promise<void> {
    for (const { algorithm, published } of [this.signer, this.tokens])
      await this.db.rows(
        `INSERT INTO signing_keys (id, did, algorithm, public_key_multibase, public_key_jwk)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`,
        [
          published.id,
          this.did,
          algorithm,
          published.publicKeyMultibase ?? null,
          published.publicKeyJwk ? JSON.stringify(published.publicKeyJwk) : null,
        ],
      );
  }

  async document(): Promise<DidDocument> {
    const keys = await this.db.rows<PublishedKey>(
      `SELECT id, public_key_multibase AS "publicKeyMultibase", public_key_jwk AS "publicKeyJwk" FROM signing_keys
       WHERE did = $1
       ORDER BY introduced_at DESC, id`,
      [this.did],
    );
    return didDocument(this.did, keys);
  }
}
