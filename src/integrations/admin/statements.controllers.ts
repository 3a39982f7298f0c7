import { Get, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
} from '../../web/index.js';
import { StatementsView } from '../views/statements.js';
import { ReplayStatements } from '../xapi/replay-statements.js';
import { StatementQueries } from '../xapi/statement.queries.js';

const overview = z.object({
  hasStore: z.boolean().describe('Whether a learning record store is configured'),
  ...{ waiting: z.int(), stored: z.int(), failed: z.int() },
  latest: z.array(
    z.object({
      ...{ id: z.uuid(), verb: z.string(), object: z.string(), standing: z.enum(['waiting', 'stored', 'failed']) },
      ...{ tries: z.int(), outcome: z.string().nullable(), status: z.int().nullable() },
      ...{ writtenAt: z.iso.datetime(), nextAt: z.iso.datetime().nullable() },
    }),
  ),
});

/** What was told to the learning record store. */
@PageController('admin/statements')
@Allow('admin')
export class StatementsPages {
  constructor(
    private readonly statements: StatementQueries,
    private readonly replaying: ReplayStatements,
  ) {}

  @Get()
  async show(@Page() page: PageContext): Promise<JSX.Element> {
    return StatementsView({ page, overview: await this.statements.overview() });
  }

  @Post('replay')
  async replay(@Res({ passthrough: true }) response: Response): Promise<string> {
    await this.replaying.execute();
    return seeOther(response, '/admin/statements');
  }
}

@ApiController('admin/statements', 'admin')
@Allow('admin')
export class StatementsApi {
  constructor(
    private readonly statements: StatementQueries,
    private readonly replaying: ReplayStatements,
  ) {}

  @Get()
  @Answers(200, overview, 'Failed first, then waiting after a failure, then the latest: a hundred')
  @Refuses('401 unauthenticated', '403 forbidden')
  show() {
    return this.statements.overview();
  }

  @Post('replay')
  @HttpCode(202)
  @Answers(202, z.object({ replayed: z.int() }), 'All that is not stored, the oldest thousand, goes out now')
  @Refuses('401 unauthenticated', '403 forbidden')
  async replay() {
    return { replayed: await this.replaying.execute() };
  }
}
