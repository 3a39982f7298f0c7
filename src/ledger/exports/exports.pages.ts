import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, emptyForm, malformed, Page, PageController, type PageContext } from '../../web/index.js';
import { ExportsView } from './views/exports.js';
import { ExportQueries } from './export.queries.js';
import { exportFormSchema } from './export.schemas.js';

/** Says what a file would hold before it is fetched; the address keeps what was asked. */
@PageController('books/exports')
@Allow('accountant', 'admin')
export class ExportsPages {
  constructor(private readonly queries: ExportQueries) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @Query() typed: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    if (Object.keys(typed).length === 0) {
      return ExportsView({ page, form: emptyForm({ format: 'csv', ...(await this.queries.span()) }) });
    }
    const asked = exportFormSchema.safeParse(typed);
    if (!asked.success) {
      response.status(422);
      const errors = malformed(asked.error.issues).fields;
      return ExportsView({ page, form: { ...emptyForm(typed), errors, summary: Object.values(errors) } });
    }
    const about = await this.queries.about(asked.data);
    return ExportsView({ page, form: emptyForm(typed), ready: { asked: asked.data, about } });
  }
}
