import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Certificate, certificateColumns, standing } from '../certificate.queries.js';
import { certificateStatuses } from '../certificate-status.js';
import { Database } from '../../database/index.js';

const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value || undefined, schema.optional());

export const certificateFilterSchema = z.object({
  search: z.string().trim().max(254).default(''),
  status: optional(z.enum(certificateStatuses)),
  after: optional(z.uuid()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type CertificateFilter = z.infer<typeof certificateFilterSchema>;

export interface AdminCertificate extends Certificate {
  revokedReason: string | null;
  /** Null when the account of whoever decided is gone. */
  revokedBy: string | null;
}

const columns = `${certificateColumns}, r.reason AS "revokedReason", p.name AS "revokedBy"`;
const all = `${standing} LEFT JOIN revocations r ON r.certificate_id = c.id LEFT JOIN people p ON p.id = r.by`;

/** Certificates as an admin sees them. */
@Injectable()
export class AdminCertificateQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. `next` is where the following page goes on. */
  async list(filter: CertificateFilter): Promise<{ items: AdminCertificate[]; next: string | null }> {
    const rows = await this.db.rows<AdminCertificate>(
      `SELECT ${columns} FROM ${all}
       WHERE ($1 = '' OR strpos(lower(c.number || ' ' || c.holder_name || ' ' || (c.claim #>> '{award,title}')), lower($1)) > 0)
         AND ($2::text IS NULL OR s.status = $2) AND ($3::uuid IS NULL OR c.id < $3)
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
