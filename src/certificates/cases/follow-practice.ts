import { Injectable } from '@nestjs/common';
import { CertificationQueries } from '../certifications/certification.queries.js';
import type { Requirements } from '../certifications/requirements.js';
import { Database } from '../../database/index.js';
import { PracticeCounts, type ProcedureCount, Procedures } from '../../eligibility/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { StandingCertificate } from '../lifecycle/standing-certificate.js';
import { OpenCase } from './open-case.js';

type About = Pick<Fact<{ personId: string; authorityId: string }>, 'data'>;

/**
 * Practice that a certification was granted on can lose its weight later, when the authority of who signed it is revoked.
 * Nothing happens to the certificate by itself: a complaint of the product's own is put before people.
 */
@Injectable()
export class FollowPractice {
  constructor(
    private readonly db: Database,
    private readonly certifications: CertificationQueries,
    private readonly counts: PracticeCounts,
    private readonly procedures: Procedures,
    private readonly certificates: StandingCertificate,
    private readonly opening: OpenCase,
  ) {}

  @OnFact('practice.discounted', 'certificates.practice-discounted')
  async discounted({ data: { personId, authorityId } }: About): Promise<void> {
    const standing = await this.db.rows<{ number: string; awardId: string }>(
      `SELECT c.number, c.award_id AS "awardId" FROM certificates c JOIN awards a ON a.id = c.award_id
       JOIN certificate_standing s ON s.certificate_id = c.id
       WHERE c.person_id = $1 AND a.kind = 'certification' AND s.status IN ('valid', 'suspended') ORDER BY c.id`,
      [personId],
    );
    const counts = await this.counts.of(personId);
    for (const { number, awardId } of standing) {
      const { requirements } = (await this.certifications.byId(awardId))!;
      const short = await this.shortOf(requirements, counts);
      if (short.length > 0) await this.complain(number, authorityId, short);
    }
  }

  private async shortOf({ practice }: Requirements, counts: ProcedureCount[]): Promise<string[]> {
    const known = await this.procedures.all();
    return practice.flatMap(({ procedure, count }) => {
      const signed = counts.find((one) => one.procedure === procedure)?.signed ?? 0;
      const title = known.find(({ slug }) => slug === procedure)?.title ?? procedure;
      return signed < count ? [`${title}: ${signed} of ${count}`] : [];
    });
  }

  /** Once per certificate and authority, however often the fact comes. */
  private async complain(number: string, authorityId: string, short: string[]): Promise<void> {
    const about = `The authority ${authorityId} of a preceptor was revoked`;
    const text = `${about}, and what was signed under it no longer counts. Signed procedures that still count: ${short.join('; ')}.`;
    await this.db.transaction(async (tx) => {
      const { id: certificateId } = await this.certificates.locked(tx, number);
      const known = await tx.row(
        'SELECT FROM certificate_cases WHERE certificate_id = $1 AND by IS NULL AND starts_with(text, $2)',
        [certificateId, about],
      );
      if (!known) await this.opening.execute(tx, { kind: 'complaint', certificateId, text, by: null });
    });
  }
}
