import { Injectable } from '@nestjs/common';
import type { CertificateStatus } from './certificate-status.js';
import type { Claim } from './credential/claim.js';
import { inReadingOrder, type SignedCredential } from './credential/sign-credential.js';
import { Database } from '../database/index.js';

export interface Certificate {
  id: string;
  number: string;
  claim: Claim;
  issuedAt: Date;
  validUntil: Date | null;
  status: CertificateStatus;
  revokedAt: Date | null;
  suspendedAt: Date | null;
  /** Number of the certificate that took its place. */
  succeededBy: string | null;
  /** When the database was asked: what is said of the status was true then. */
  checkedAt: Date;
}

export interface SignedCertificate extends Certificate {
  credential: SignedCredential;
}

/** SQL: the columns of a Certificate, from `standing`. */
export const certificateColumns = `c.id, c.number, c.claim, c.issued_at AS "issuedAt", c.valid_until AS "validUntil",
  s.status, s.revoked_at AS "revokedAt", s.suspended_at AS "suspendedAt", s.succeeded_by AS "succeededBy",
  now() AS "checkedAt"`;
/** SQL: certificates `c` and how each stands now, `s`. */
export const standing = 'certificates c JOIN certificate_standing s ON s.certificate_id = c.id';

@Injectable()
export class CertificateQueries {
  constructor(private readonly db: Database) {}

  byNumber(number: string): Promise<Certificate | undefined> {
    return this.db.row(`SELECT ${certificateColumns} FROM ${standing} WHERE c.number = $1`, [number]);
  }

  /** With the credential as it was signed. */
  async signed(number: string): Promise<SignedCertificate | undefined> {
    const found = await this.db.row<SignedCertificate>(
      `SELECT ${certificateColumns}, c.credential FROM ${standing} WHERE c.number = $1`,
      [number],
    );
    return found && { ...found, credential: inReadingOrder(found.credential) };
  }

  /** A person's own, newest first. `after` is the id last seen. */
  ofPerson(personId: string, limit: number, after?: string): Promise<Certificate[]> {
    return this.db.rows(
      `SELECT ${certificateColumns} FROM ${standing} WHERE c.person_id = $1 AND ($3::uuid IS NULL OR c.id < $3)
       ORDER BY c.id DESC LIMIT $2`,
      [personId, limit, after ?? null],
    );
  }
}
