import { Injectable } from '@nestjs/common';
import type { Certificate } from '../certificate.queries.js';
import { certificateColumns, standing } from '../certificate.queries.js';
import { CertificationQueries } from '../certifications/certification.queries.js';
import { Database } from '../../database/index.js';
import { LicenceStanding } from '../../eligibility/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { ReinstateCertificate } from './reinstate-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';
import { unlessDone } from './unless-done.js';

type About = Pick<Fact<{ personId: string }>, 'data'>;
type Followed = Certificate & { licenceSuspended: boolean };

/** A certification stands while a licence stands behind it: it is suspended when the last one ends, never revoked. */
@Injectable()
export class FollowLicence {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly licences: LicenceStanding,
    private readonly certifications: CertificationQueries,
    private readonly suspending: SuspendCertificate,
    private readonly reinstating: ReinstateCertificate,
  ) {}

  @OnFact('licence.lapsed', 'certificates.licence-lapsed')
  async lapsed({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('licence.verified', 'certificates.licence-verified')
  async verified({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  async execute(personId: string): Promise<void> {
    const held = await this.licences.of(personId, await this.clock.now());
    const professions = held.map(({ profession }) => profession);
    for (const certificate of await this.followed(personId)) {
      const { requirements } = (await this.certifications.byId(certificate.claim.award.id))!;
      const stands = requirements.professions.some((profession) => professions.includes(profession));
      if (stands !== certificate.licenceSuspended) continue;
      const change = { number: certificate.number, cause: 'licence' as const, by: null };
      const done = stands
        ? this.reinstating.execute({ ...change, reason: 'A licence stands behind it again.' })
        : this.suspending.execute({ ...change, reason: 'No licence stands behind it at present.' });
      // A fact may come twice, and two licences may change together.
      await done.catch(unlessDone);
    }
  }

  private followed(personId: string): Promise<Followed[]> {
    return this.db.rows(
      `SELECT ${certificateColumns}, EXISTS (SELECT FROM suspensions p
         WHERE p.certificate_id = c.id AND p.cause = 'licence' AND p.ended_at IS NULL) AS "licenceSuspended"
       FROM ${standing} JOIN awards a ON a.id = c.award_id
       WHERE c.person_id = $1 AND a.kind = 'certification' AND s.status IN ('valid', 'suspended') ORDER BY c.id`,
      [personId],
    );
  }
}
