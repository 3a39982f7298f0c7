import { Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, malformed, Refuses, sendPieces } from '../../web/index.js';
import { ExportJournal } from './export-journal.js';
import { exportFormSchema, type ExportQuery, exportQuerySchema, formatSchema } from './export.schemas.js';

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class ExportsApi {
  constructor(private readonly exporting: ExportJournal) {}

  /** Streamed; the header `X-Control-Totals` says entries, postings and the sums of each currency before it begins. */
  @Get('journal.:format')
  @Answers(200, undefined, 'The journal for csv, hledger, ledger, beancount, iif or xero.csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async journal(
    @Param('format') named: string,
    @Query({ schema: exportQuerySchema }) query: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const format = formatSchema.safeParse(named);
    if (!format.success) throw notFound('format');
    const asked = exportFormSchema.safeParse({ format: format.data, ...query });
    if (!asked.success) throw malformed(asked.error.issues);
    const { name, type, pieces, about } = await this.exporting.execute(asked.data);
    const sums = about.sums.map(({ currency, debit, credit }) => `; ${currency} ${debit} ${credit}`).join('');
    response.setHeader('X-Control-Totals', `entries ${about.entries}; postings ${about.postings}${sums}`);
    await sendPieces(response, { name, type, pieces });
  }
}
