import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config } from '../../shared/index.js';
import { type DidDocument, didDocument, didWeb } from '../signing/did-web.js';
import { type PublishedKey, type PublishedSigner, SIGNER, TOKEN_SIGNER } from '../signing/signer.js';

/** Who issues: this site under its own address, and every key it ever signed with. */
@Injectable()
export class Issuer implements OnModuleInit {
  readonly did: string;
  readonly profile: { id: string; name: string; url: string };

  constructor(
    private readonly db: Database,
    config: Config,
    @Inject(SIGNER) private readonly signer: PublishedSigner,
    @Inject(TOKEN_SIGNER) private readonly tokens: PublishedSigner,
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
    await this.refuseEnded([this.signer.id, this.tokens.id]);
  }

  /** Nothing is signed with a key that has ended. */
  private async refuseEnded(ids: string[]): Promise<void> {
    const ended = await this.db.row<{ id: string }>(
      'SELECT key_id AS id FROM signing_key_ends WHERE key_id = ANY ($1) AND ends_at <= now()',
      [ids],
    );
    if (ended) throw new Error(`The signing key ${ended.id} has ended: configure another.`);
  }

  async document(): Promise<DidDocument> {
    const keys = await this.db.rows<PublishedKey>(
      `SELECT k.id, k.public_key_multibase AS "publicKeyMultibase", k.public_key_jwk AS "publicKeyJwk",
         e.ends_at AS "expiresAt", r.ends_at AS "revokedAt"
       FROM signing_keys k
         LEFT JOIN signing_key_ends e ON e.key_id = k.id AND e.kind = 'expired'
         LEFT JOIN signing_key_ends r ON r.key_id = k.id AND r.kind = 'revoked'
       WHERE k.did = $1 ORDER BY k.introduced_at DESC, k.id`,
      [this.did],
    );
    return didDocument(this.did, keys);
  }
}
