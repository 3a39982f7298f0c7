import { Injectable } from '@nestjs/common';
import { notStanding } from '../certificates.errors.js';
import type { Claim } from '../credential/claim.js';
import { Database, type Tx } from '../../database/index.js';
import { printableLine } from '../../documents/index.js';
import { CertificateMails } from '../issuing/certificate-mails.js';
import { type Prepared, WriteCertificate } from '../issuing/write-certificate.js';
import { DomainError, newId, notFound } from '../../shared/index.js';
import { type HeldCertificate, StandingCertificate } from './standing-certificate.js';

/** What differs in the new certificate, and why. `anew` answers an appeal against a revocation. */
export type Correction = { kind: 'name'; name: string } | { kind: 'scope'; procedures: string[] } | { kind: 'anew' };

export interface Reissue {
  number: string;
  correction: Correction;
  reason: string;
  by: string;
}

/** Puts a corrected certificate in the place of another, under a number of its own; the old one says which took its place. */
@Injectable()
export class ReissueCertificate {
  constructor(
    private readonly db: Database,
    private readonly certificates: StandingCertificate,
    private readonly writing: WriteCertificate,
    private readonly mails: CertificateMails,
  ) {}

  /** @throws not_found · not_standing · wrong_scope */
  async execute({ number, correction, reason, by }: Reissue): Promise<{ number: string }> {
    const prepared = await this.prepare(number, correction);
    return this.db.transaction(async (tx) => {
      const certificate = await this.certificates.locked(tx, number);
      refuseUnless(certificate, correction);
      if (!(await this.writing.keep(tx, prepared))) throw notStanding('superseded');
      await carrySuspensions(tx, certificate.id, prepared.id);
      // Who verifies offline must not go on trusting procedures that were taken away.
      if (correction.kind === 'scope') await revoke(tx, certificate.id, by, reason);
      await this.tell(tx, prepared, number, reason);
      return { number: prepared.claim.number };
    });
  }

  private async prepare(number: string, correction: Correction): Promise<Prepared> {
    const found = await this.db.transaction(async (tx) => {
      const certificate = await this.certificates.locked(tx, number);
      const place = await tx.row<{ cycle: number; issue: number }>(
        `SELECT o.cycle, (SELECT max(issue) + 1 FROM certificates c
           WHERE (c.person_id, c.award_id, c.cycle) = (o.person_id, o.award_id, o.cycle)) AS issue
         FROM certificates o WHERE o.number = $1`,
        [number],
      );
      return { certificate, place: place! };
    });
    const { certificate, place } = found;
    refuseUnless(certificate, correction);
    const { claim, holder } = certificate;
    if (!holder) throw notFound('holder');
    const name = correction.kind === 'name' ? printableLine(correction.name) : claim.holderName;
    return this.writing.prepare({
      holder: { ...holder, name },
      award: claim.award,
      ...place,
      replaces: certificate.id,
      says: () => ({ courses: claim.courses, validUntil: claim.validUntil, ...competence(claim, correction) }),
    });
  }

  private async tell(tx: Tx, { draft, claim }: Prepared, old: string, reason: string): Promise<void> {
    await this.mails.changed(tx, { holder: draft.holder, claim }, newId(), {
      kind: 'certificate-reissued',
      subject: `Your certificate ${old} was replaced`,
      sentences: [
        `A new certificate for ${claim.award.title} takes its place, with the number ${claim.number}.`,
        `The reason: ${reason}`,
        'The page of the old number says so. Please use the new one from now on.',
      ],
      button: 'See the new certificate',
    });
  }
}

function refuseUnless({ status, claim, succeededBy }: HeldCertificate, correction: Correction): void {
  const fits =
    correction.kind === 'anew' ? status === 'revoked' && !succeededBy : status === 'valid' || status === 'suspended';
  if (!fits) throw notStanding(status);
  if (correction.kind !== 'scope') return;
  const held = claim.competence?.procedures.map(({ slug }) => slug) ?? [];
  const kept = new Set(correction.procedures);
  const isPart = kept.size > 0 && kept.size < held.length && [...kept].every((slug) => held.includes(slug));
  if (!isPart) {
    const sentence = 'Keep at least one of the procedures, and take away at least one.';
    throw new DomainError('wrong_scope', sentence, { kind: 'invalid', fields: { procedures: sentence } });
  }
}

function competence({ competence: held, number }: Claim, correction: Correction): Pick<Claim, 'competence'> {
  if (!held) return {};
  const kept = correction.kind === 'scope' ? new Set(correction.procedures) : undefined;
  const procedures = held.procedures.filter(({ slug }) => kept?.has(slug) ?? true);
  return { competence: { ...held, procedures, follows: number } };
}

/** A corrected name does not lift a suspension. */
const carrySuspensions = (tx: Tx, from: string, to: string) =>
  tx.rows(
    `INSERT INTO suspensions (id, certificate_id, cause, reason, by, at)
     SELECT gen_random_uuid(), $2, cause, reason, by, at FROM suspensions WHERE certificate_id = $1 AND ended_at IS NULL`,
    [from, to],
  );

const revoke = (tx: Tx, id: string, by: string, reason: string) =>
  tx.rows('INSERT INTO revocations (certificate_id, by, reason) VALUES ($1, $2, $3)', [id, by, reason]);
