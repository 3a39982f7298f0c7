import { Inject, Injectable } from '@nestjs/common';
import type { EarnedAward } from '../awards/award.js';
import { EarnedAwardQueries } from '../awards/earned-awards.queries.js';
import type { Claim } from '../credential/claim.js';
import { openBadge } from '../credential/open-badge.js';
import { hashedEmail } from '../credential/recipient.js';
import { signCredential, wholeSeconds } from '../credential/sign-credential.js';
import { Database } from '../../database/index.js';
import { type Fact, Facts, OnFact } from '../../jobs/index.js';
import { Issuer } from '../issuer/issuer.js';
import { newCertificateNumber } from '../number/certificate-number.js';
import { printableLine } from '../../documents/index.js';
import { Clock, Config, newId } from '../../shared/index.js';
import { type Signer, SIGNER } from '../signing/signer.js';
import { PeopleQueries, type Person } from '../../users/index.js';
import { CertificateMails } from './certificate-mails.js';

/** Issues every certificate a person has earned and does not have yet. May run as often and as concurrently as it likes. */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly facts: Facts,
    private readonly people: PeopleQueries,
    private readonly awards: EarnedAwardQueries,
    private readonly issuer: Issuer,
    private readonly mails: CertificateMails,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  @OnFact('course.completed', 'certificates.issue')
  async handle({ data }: Pick<Fact<{ personId: string }>, 'data'>): Promise<void> {
    await this.execute(data.personId);
  }

  /** Answers with the numbers that were issued by this very call. */
  async execute(personId: string): Promise<string[]> {
    const holder = await this.people.byId(personId);
    if (!holder) return [];
    const issued: string[] = [];
    for (const award of await this.awards.unissued(personId)) {
      const claim = await this.issue(holder, award);
      if (claim) issued.push(claim.number);
    }
    return issued;
  }

  /** Signs first, outside any transaction; the unique index then decides whose certificate it is. */
  private async issue(holder: Person, award: EarnedAward): Promise<Claim | undefined> {
    const now = new Date(wholeSeconds(await this.clock.now()));
    const claim = this.claim(holder, award, now);
    const next = await this.db.row<{ index: number }>(`SELECT nextval('certificate_status_index')::integer AS index`);
    // An address that nobody has confirmed may be somebody else's: the credential then speaks of the name alone.
    const recipient = holder.confirmed ? hashedEmail(holder.email) : null;
    const badge = openBadge(claim, recipient, next!.index, this.config.baseUrl);
    const credential = await signCredential(badge, this.signer, now);
    return this.db.transaction(async (tx) => {
      const certificate = await tx.row<{ id: string }>(
        `INSERT INTO certificates
           (id, number, award_id, person_id, holder_name, claim, credential, status_index, issued_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT ON CONSTRAINT uq_certificates_holder DO NOTHING RETURNING id`,
        [
          ...[newId(), claim.number, award.id, holder.id, claim.holderName],
          ...[JSON.stringify(claim), JSON.stringify(credential), next!.index, now],
        ],
      );
      if (!certificate) return undefined;
      this.facts.record(tx, 'certificate.issued', { certificateId: certificate.id, number: claim.number });
      await this.mails.issued(tx, certificate.id, holder, claim);
      return claim;
    });
  }

  private claim(holder: Person, { courses, ...award }: EarnedAward, now: Date): Claim {
    return {
      number: newCertificateNumber(),
      holderName: printableLine(holder.name),
      award,
      courses,
      issuedAt: wholeSeconds(now),
      validUntil: null,
      issuer: this.issuer.profile,
    };
  }
}
