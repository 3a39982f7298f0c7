import { Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../web/index.js';
import { ReadScope } from './read-scope.js';
import { allowances } from './scope-content.js';
import { ScopeQueries } from './scope.queries.js';
import { ScopeView } from './views/scope.js';

const asked = z.object({
  profession: z.string().max(40).optional().catch(undefined),
  jurisdiction: z.string().max(10).optional().catch(undefined),
});

@PageController('scope')
@Allow('anyone')
export class ScopePages {
  constructor(private readonly reading: ReadScope) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @Query({ schema: asked }) question: z.infer<typeof asked>,
  ): Promise<JSX.Element> {
    return ScopeView({ page, scope: await this.reading.execute(question) });
  }
}

const wanted = z.object({
  profession: z.string().max(40),
  jurisdiction: z.string().max(10).describe('ISO 3166-2, or ISO 3166-1 where one licence holds in the whole country'),
});
const rule = z.object({
  ...{ allowance: z.enum(allowances), source: z.string(), reviewedOn: z.iso.date(), note: z.string() },
});
const row = z.object({ procedure: z.string(), rule: rule.nullable().describe('null: not reviewed, never allowed') });

@ApiController('scope', 'licences')
@Allow('anyone')
export class ScopeApi {
  constructor(private readonly scope: ScopeQueries) {}

  @Get()
  @Answers(200, z.array(row), 'What this place allows this profession; orientation, not legal advice')
  @Refuses('400 malformed')
  async read(
    @Query({ schema: wanted }) { profession, jurisdiction }: z.infer<typeof wanted>,
  ): Promise<z.infer<typeof row>[]> {
    return (await this.scope.read(profession, jurisdiction)).rows;
  }
}
