import { Injectable } from '@nestjs/common';
import { type Certificate, certificateColumns, standing } from '../certificate.queries.js';
import { noCertificate } from '../certificates.errors.js';
import type { Tx } from '../../database/index.js';
import { PeopleQueries, type Person } from '../../users/index.js';

export interface HeldCertificate extends Certificate {
  personId: string;
  /** Undefined when the account is gone: the certificate outlives it. */
  holder: Person | undefined;
}

/** Finds a certificate that is about to be changed, and keeps others from changing it meanwhile. */
@Injectable()
export class StandingCertificate {
  constructor(private readonly people: PeopleQueries) {}

  /** @throws not_found */
  async locked(tx: Tx, number: string): Promise<HeldCertificate> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('certificate ' || $1, 0))`, [number]);
    const found = await tx.row<Certificate & { personId: string }>(
      `SELECT ${certificateColumns}, c.person_id AS "personId" FROM ${standing} WHERE c.number = $1`,
      [number],
    );
    if (!found) throw noCertificate();
    return { ...found, holder: await this.people.byId(found.personId, tx) };
  }
}
