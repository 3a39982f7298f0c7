import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Issuer } from '../issuer/issuer.js';
import { Every, OnFact } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { type Signer, SIGNER } from '../signing/signer.js';
import { entryLeaf, headText } from './log-entry.js';
import { LogTree } from './log-tree.js';

interface Event {
  kind: 'issued' | 'revoked';
  certificateId: string;
  proofValue: string;
}

/**
 * Enters what was issued and revoked, in one order, and signs the head. Certificates are the source: whatever has no
 * entry gets one, so that none can be missed, and issuing waits for nobody.
 */
@Injectable()
export class EnterIssued {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly issuer: Issuer,
    private readonly tree: LogTree,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  @OnFact('certificate.issued', 'certificates.log-issued')
  async issued(): Promise<void> {
    await this.execute();
  }

  @OnFact('certificate.revoked', 'certificates.log-revoked')
  async revoked(): Promise<void> {
    await this.execute();
  }

  /** Once an hour too: for what was revoked along the way, and after a standstill. */
  @Every('17 * * * *', 'certificates.log')
  async execute(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('issuance log', 0))`);
      const events = await this.missing(tx);
      if (events.length === 0) return;
      await this.enter(tx, events);
      await this.signHead(tx);
    });
  }

  /** An issue is entered before the revocation of the same certificate. */
  private missing(tx: Tx): Promise<Event[]> {
    return tx.rows(
      `SELECT e.kind, e.certificate_id AS "certificateId", c.credential #>> '{proof,0,proofValue}' AS "proofValue"
       FROM (SELECT 'issued' AS kind, id AS certificate_id, issued_at AS at FROM certificates
             UNION ALL SELECT 'revoked', certificate_id, at FROM revocations) e
         JOIN certificates c ON c.id = e.certificate_id
       WHERE NOT EXISTS (SELECT FROM issuance_log l WHERE l.certificate_id = e.certificate_id AND l.kind = e.kind)
       ORDER BY e.kind, e.at, e.certificate_id LIMIT 10000`,
    );
  }

  private async enter(tx: Tx, events: Event[]): Promise<void> {
    await tx.rows(
      `INSERT INTO issuance_log (position, kind, certificate_id, leaf)
       SELECT (SELECT count(*) FROM issuance_log) + n - 1, kind, certificate, decode(leaf, 'hex')
       FROM unnest($1::text[], $2::uuid[], $3::text[]) WITH ORDINALITY AS e (kind, certificate, leaf, n)`,
      [
        events.map(({ kind }) => kind),
        events.map(({ certificateId }) => certificateId),
        events.map(({ kind, proofValue }) => entryLeaf(kind, proofValue).toString('hex')),
      ],
    );
  }

  private async signHead(tx: Tx): Promise<void> {
    const tree = await this.tree.within(tx);
    const head = { size: tree.size, root: tree.root(), signedAt: await this.clock.now(tx) };
    const signature = await this.signer.sign({ data: Buffer.from(headText(this.issuer.did, head)) });
    await tx.rows('INSERT INTO issuance_heads (size, root, signed_at, key_id, signature) VALUES ($1, $2, $3, $4, $5)', [
      head.size,
      head.root,
      head.signedAt,
      this.signer.id,
      Buffer.from(signature).toString('base64url'),
    ]);
  }
}
