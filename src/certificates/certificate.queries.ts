import { Injectable } from '@nestjs/common';
import type { Claim } from './credential/claim.js';
import { inReadingOrder, type SignedCredential } from './credential/sign-credential.js';
import { Database } from '../database/index.js';

export interface Certificate {
  id: string;
  number: string;
  claim: Claim;
  issuedAt: Date;
  validUntil: Date | null;
  revokedAt: Date | null;
  /** When the database was asked: what is said of the status was true then. */
  checkedAt: Date;
}

export interface SignedCertificate extends Certificate {
  credential: SignedCredential;
}

const columns = `c.id, c.number, c.claim, c.issued_at AS "issuedAt", c.valid_until AS "validUntil", r.at AS "revokedAt",
  now() AS "checkedAt"`;
const current = 'certificates c LEFT JOIN revocations r ON r.certificate_id = c.id';

@Injectable()
export class CertificateQueries {
  constructor(private readonly db: Database) {}

  byNumber(number: string): Promise<Certificate | undefined> {
    return this.db.row(`SELECT ${columns} FROM ${current} WHERE c.number = $1`, [number]);
  }

  /** With the credential as it was signed. */
  async signed(number: string): Promise<SignedCertificate | undefined> {
    const found = await this.db.row<SignedCertificate>(
      `SELECT ${columns}, c.credential FROM ${current} WHERE c.number = $1`,
      [number],
    );
    return found && { ...found, credential: inReadingOrder(found.credential) };
  }

  /** A person's own, newest first. `after` is the id last seen. */
  ofPerson(personId: string, limit: number, after?: string): Promise<Certificate[]> {
    return this.db.rows(
      `SELECT ${columns} FROM ${current} WHERE c.person_id = $1 AND ($3::uuid IS NULL OR c.id < $3)
       ORDER BY c.id DESC LIMIT $2`,
      [personId, limit, after ?? null],
    );
  }
}
