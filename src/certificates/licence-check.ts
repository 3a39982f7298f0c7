import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { LicenceStanding } from '../eligibility/index.js';
import type { Certificate } from './certificate.queries.js';

/** When the licence behind a certification was last looked up; nothing else of it is public. */
@Injectable()
export class LicenceCheck {
  constructor(
    private readonly db: Database,
    private readonly licences: LicenceStanding,
  ) {}

  /** YYYY-MM-DD; null when no such licence stands now, or the account is gone. */
  async lastOf({ number, claim, checkedAt }: Certificate): Promise<string | null> {
    const behind = claim.competence?.licence;
    const holder = behind && (await this.holderOf(number));
    if (!behind || !holder) return null;
    const standing = await this.licences.of(holder, checkedAt);
    const days = standing
      .filter((one) => one.profession === behind.profession && one.jurisdiction === behind.jurisdiction)
      .map(({ checkedOn }) => checkedOn);
    return days.sort().at(-1) ?? null;
  }

  private async holderOf(number: string): Promise<string | undefined> {
    const found = await this.db.row<{ personId: string }>(
      'SELECT person_id AS "personId" FROM certificates WHERE number = $1',
      [number],
    );
    return found?.personId;
  }
}
