import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import type { CaseKind } from './case.js';
import { openAlready } from './case.errors.js';
import { CaseMails } from './case-mails.js';
import { CaseQueries } from './case.queries.js';

export interface NewCase {
  kind: CaseKind;
  certificateId?: string;
  applicationId?: string;
  text: string;
  wanted?: string;
  by: string | null;
  contact?: string;
}

/** Writes a case down and tells whoever opened it that it has arrived. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly cases: CaseQueries,
    private readonly facts: Facts,
    private readonly mails: CaseMails,
  ) {}

  /** @throws case_open */
  async execute(
    tx: Tx,
    { kind, certificateId, applicationId, text, wanted, by, contact }: NewCase,
  ): Promise<{ id: string }> {
    const id = newId();
    const written = await tx.rows(
      `INSERT INTO certificate_cases (id, kind, certificate_id, application_id, text, wanted, by, contact)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (kind, coalesce(certificate_id, application_id), by)
         WHERE decided_at IS NULL AND withdrawn_at IS NULL AND by IS NOT NULL DO NOTHING RETURNING id`,
      [id, kind, certificateId ?? null, applicationId ?? null, text, wanted ?? null, by, contact ?? null],
    );
    if (written.length === 0) throw openAlready();
    this.facts.record(tx, 'case.opened', { caseId: id, kind });
    await this.mails.received(tx, (await this.cases.byId(id, tx))!);
    return { id };
  }
}
