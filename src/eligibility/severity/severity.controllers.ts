import { Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../web/index.js';
import { severityCsv } from './severity-csv.js';
import { SeverityQueries } from './severity.queries.js';
import { SeverityView } from './severity-view.js';

const report = z.object({
  items: z.array(
    z.object({
      preceptorId: z.uuid(),
      name: z.string(),
      signed: z.int(),
      refused: z.int(),
      rated: z.int(),
      mean: z.number().nullable(),
      deviation: z.number().nullable().describe('Against all others on shared procedures; null: too few to say'),
    }),
  ),
});

/** How strictly preceptors rate, beside one another. */
@PageController('admin/preceptors/severity')
@Allow('admin')
export class SeverityPages {
  constructor(private readonly queries: SeverityQueries) {}

  @Get()
  async show(@Page() page: PageContext): Promise<JSX.Element> {
    return SeverityView({ page, rows: await this.queries.report() });
  }
}

@ApiController('admin/preceptors/severity', 'admin')
@Allow('admin')
export class SeverityApi {
  constructor(private readonly queries: SeverityQueries) {}

  @Get()
  @Answers(200, report)
  @Refuses('401 unauthenticated', '403 forbidden')
  async show() {
    return { items: await this.queries.report() };
  }

  @Get('report.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="preceptors.csv"')
  @Answers(200, undefined, 'The same as CSV')
  @Refuses('401 unauthenticated', '403 forbidden')
  async csv(): Promise<string> {
    return severityCsv(await this.queries.report());
  }
}
