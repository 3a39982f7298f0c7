import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Certificate } from '../certificate.queries.js';
import { Database } from '../../database/index.js';

const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value || undefined, schema.optional());

export const certificateFilterSchema = z.object({
  search: z.string().trim().max(254).default(''),
  status: optional(z.enum(['valid', 'expired', 'revoked'])),
  after: optional(z.uuid()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type CertificateFilter = z.infer<typeof certificateFilterSchema>;

export interface AdminCertificate extends Certificate {
  revokedReason: string | null;
  /** Null when the account of whoever decided is gone. */
  revokedBy: string | null;
}

const columns = `c.id, c.number, c.claim, c.issued_at AS "issuedAt", c.valid_until AS "validUntil", r.at AS "revokedAt",
  now() AS "checkedAt", r.reason AS "revokedReason", p.name AS "revokedBy"`;
const all = `certificates c LEFT JOIN revocations r ON r.certificate_id = c.id LEFT JOIN people p ON p.id = r.by`;
const status = `CASE WHEN r.at IS NOT NULL THEN 'revoked' WHEN c.valid_until <= now() THEN 'expired' ELSE 'valid' END`;

/** Certificates as an admin sees them. */
@Injectable()
export class AdminCertificateQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. `next` is where the following page goes on. */
  async list(filter: CertificateFilter): Promise<{ items: AdminCertificate[]; next: string | null }> {
    const rows = await this.db.rows<AdminCertificate>(
      `SELECT ${columns} FROM ${all}
       WHERE ($1 = '' OR strpos(lower(c.number || ' ' || c.holder_name || ' ' || (c.claim #>> '{award,title}')), lower($1)) > 0)
         AND ($2::text IS NULL OR ${status} = $2) AND ($3::uuid IS NULL OR c.id < $3)
       ORDER BY c.id DESC LIMIT $4 + 1`,
      [filter.search, filter.status ?? null, filter.after ?? null, filter.limit],
    );
    const items = rows.slice(0, filter.limit);
    return { items, next: rows.length > filter.limit ? items.at(-1)!.id : null };
  }

  byNumber(number: string): Promise<AdminCertificate | undefined> {
    return this.db.row(`SELECT ${columns} FROM ${all} WHERE c.number = $1`, [number]);
  }
}
