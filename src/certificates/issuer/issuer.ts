import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config } from '../../shared/index.js';
import { type DidDocument, didDocument, didWeb } from '../signing/did-web.js';
import type { SeedSigner } from '../signing/seed-signer.js';
import { SIGNER, type PublishedKey } from '../signing/signer.js';

/** Who issues: this site under its own address, and every key it ever signed with. */
@Injectable()
export class Issuer implements OnModuleInit {
  readonly did: string;
  readonly profile: { id: string; name: string; url: string };

  constructor(
    private readonly db: Database,
    config: Config,
    @Inject(SIGNER) private readonly signer: SeedSigner,
  ) {
    this.did = didWeb(config.baseUrl);
    this.profile = { id: this.did, name: 'Glabella', url: config.baseUrl };
  }

  /** A key is published before it signs: a rotated one stays in the list by itself. */
  async onModuleInit(): Promise<void> {
    const { id, publicKeyMultibase } = this.signer.published;
    await this.db.rows(
      `INSERT INTO signing_keys (id, did, algorithm, public_key_multibase) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO NOTHING`,
      [id, this.did, this.signer.algorithm, publicKeyMultibase],
    );
  }

  async document(): Promise<DidDocument> {
    const keys = await this.db.rows<PublishedKey>(
      `SELECT id, public_key_multibase AS "publicKeyMultibase" FROM signing_keys WHERE did = $1
       ORDER BY introduced_at DESC, id`,
      [this.did],
    );
    return didDocument(this.did, keys);
  }
}
