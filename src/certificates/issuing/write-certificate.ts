import { Inject, Injectable } from '@nestjs/common';
import type { Award } from '../awards/award.js';
import type { Claim } from '../credential/claim.js';
import { openBadge } from '../credential/open-badge.js';
import { hashedEmail } from '../credential/recipient.js';
import { type SignedCredential, signCredential, wholeSeconds } from '../credential/sign-credential.js';
import { Database, type Tx } from '../../database/index.js';
import { printableLine } from '../../documents/index.js';
import { Issuer } from '../issuer/issuer.js';
import { Facts } from '../../jobs/index.js';
import { newCertificateNumber } from '../number/certificate-number.js';
import { Clock, Config, newId } from '../../shared/index.js';
import { type Signer, SIGNER } from '../signing/signer.js';
import type { Person } from '../../users/index.js';

/** What a certificate is to say, and whose place in the row of certificates it takes. */
export interface Draft {
  holder: Person;
  award: Award;
  cycle: number;
  /** 1, and one more for each certificate of this cycle that was replaced. */
  issue: number;
  replaces: string | null;
  says: (now: Date) => Pick<Claim, 'courses' | 'competence' | 'validUntil'>;
}

/** A signed certificate that is not yet kept. */
export interface Prepared {
  id: string;
  draft: Draft;
  claim: Claim;
  credential: SignedCredential;
  statusIndex: number;
  now: Date;
}

/** Signs first, outside any transaction; a unique index then decides whose certificate it is. */
@Injectable()
export class WriteCertificate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly issuer: Issuer,
    private readonly facts: Facts,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  async prepare(draft: Draft): Promise<Prepared> {
    const { holder, award } = draft;
    const now = new Date(wholeSeconds(await this.clock.now()));
    const { id, slug, kind, title, statement } = award;
    const claim: Claim = {
      number: newCertificateNumber(),
      holderName: printableLine(holder.name),
      award: { id, slug, kind, title, statement },
      issuedAt: wholeSeconds(now),
      issuer: this.issuer.profile,
      ...draft.says(now),
    };
    const next = await this.db.row<{ index: number }>(`SELECT nextval('certificate_status_index')::integer AS index`);
    // An address that nobody has confirmed may be somebody else's: the credential then speaks of the name alone.
    const recipient = holder.confirmed ? hashedEmail(holder.email) : null;
    const badge = openBadge(claim, recipient, next!.index, this.config.baseUrl);
    const credential = await signCredential(badge, this.signer, now);
    return { id: newId(), draft, claim, credential, statusIndex: next!.index, now };
  }

  /** False when this place was taken meanwhile; then nothing is written. */
  async keep(tx: Tx, { id, draft, claim, credential, statusIndex, now }: Prepared): Promise<boolean> {
    const written = await tx.rows(
      `INSERT INTO certificates (id, number, award_id, person_id, holder_name, claim, credential, status_index, issued_at,
         valid_until, cycle, issue, replaces)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT ON CONSTRAINT uq_certificates_holder DO NOTHING RETURNING id`,
      [
        ...[id, claim.number, draft.award.id, draft.holder.id, claim.holderName],
        ...[JSON.stringify(claim), JSON.stringify(credential), statusIndex, now],
        ...[claim.validUntil, draft.cycle, draft.issue, draft.replaces],
      ],
    );
    if (written.length === 0) return false;
    this.facts.record(tx, 'certificate.issued', { certificateId: id, number: claim.number });
    return true;
  }
}
