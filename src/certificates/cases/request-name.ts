import { Injectable } from '@nestjs/common';
import { noCertificate, notStanding } from '../certificates.errors.js';
import { Database } from '../../database/index.js';
import { printableLine } from '../../documents/index.js';
import { StandingCertificate } from '../lifecycle/standing-certificate.js';
import { OpenCase } from './open-case.js';

/** Asks for another name on one's certificate: after a marriage, or because it was misspelt. */
@Injectable()
export class RequestName {
  constructor(
    private readonly db: Database,
    private readonly certificates: StandingCertificate,
    private readonly opening: OpenCase,
  ) {}

  /** @throws not_found · not_standing · case_open */
  execute(asked: { personId: string; number: string; wanted: string; text: string }): Promise<{ id: string }> {
    const { personId, number, wanted, text } = asked;
    return this.db.transaction(async (tx) => {
      const { id, status, personId: holderId } = await this.certificates.locked(tx, number);
      if (holderId !== personId) throw noCertificate();
      if (status !== 'valid' && status !== 'suspended') throw notStanding(status);
      const about = { kind: 'name' as const, certificateId: id, wanted: printableLine(wanted) };
      return this.opening.execute(tx, { ...about, text, by: personId });
    });
  }
}
