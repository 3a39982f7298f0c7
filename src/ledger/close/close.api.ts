import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { AskReopening } from './ask-reopening.js';
import { CloseMonth } from './close-month.js';
import {
  closingSchema,
  decisionSchema,
  monthParam,
  periodDetailJson,
  periodDetailSchema,
  periodJson,
  periodSchema,
  reasonSchema,
} from './close.schemas.js';
import { DecideReopening } from './decide-reopening.js';
import { PeriodQueries } from './period.queries.js';
import { PrepareClosing } from './prepare-closing.js';
import { ReadPeriod } from './read-period.js';

type Detail = z.infer<typeof periodDetailSchema>;
const month = { schema: monthParam };

@ApiController('books/close', 'books')
@Allow('accountant')
export class CloseApi {
  constructor(
    private readonly periods: PeriodQueries,
    private readonly read: ReadPeriod,
    private readonly prepare: PrepareClosing,
    private readonly close: CloseMonth,
    private readonly ask: AskReopening,
    private readonly decide: DecideReopening,
  ) {}

  @Get()
  @Allow('accountant', 'admin')
  @Answers(200, z.object({ items: z.array(periodSchema) }), 'Newest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list() {
    return { items: (await this.periods.list()).map(periodJson) };
  }

  @Get(':month')
  @Allow('accountant', 'admin')
  @Answers(200, periodDetailSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('month', month) key: string): Promise<Detail> {
    return periodDetailJson(await this.read.execute(key));
  }

  @Post(':month/preparation')
  @HttpCode(200)
  @Answers(
    200,
    periodDetailSchema,
    'Stripe was read, everything booked, earned revenue recognised, the balance compared',
  )
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '503 stripe_unreachable')
  async bring(@Param('month', month) key: string): Promise<Detail> {
    await this.prepare.execute();
    return this.show(key);
  }

  @Post(':month/closing')
  @Answers(201, periodDetailSchema)
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 forbidden',
    '404 not_found',
    '409 already_closed',
    '409 not_ready',
  )
  async shut(
    @CurrentViewer() viewer: Viewer,
    @Param('month', month) key: string,
    @Body({ schema: closingSchema }) { note }: z.infer<typeof closingSchema>,
  ): Promise<Detail> {
    await this.close.execute({ month: key, by: viewer.personId, note });
    return this.show(key);
  }

  @Post(':month/reopening-request')
  @Answers(201, periodDetailSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  @Refuses('409 already_asked', '409 later_month_closed', '409 not_closed')
  async request(
    @CurrentViewer() viewer: Viewer,
    @Param('month', month) key: string,
    @Body({ schema: reasonSchema }) { note }: z.infer<typeof reasonSchema>,
  ): Promise<Detail> {
    await this.ask.execute({ month: key, by: viewer.personId, note });
    return this.show(key);
  }

  @Post(':month/reopening-decision')
  @Answers(201, periodDetailSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  @Refuses('409 later_month_closed', '409 not_asked', '409 own_request')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('month', month) key: string,
    @Body({ schema: decisionSchema }) { decision, note }: z.infer<typeof decisionSchema>,
  ): Promise<Detail> {
    await this.decide.execute({ month: key, by: viewer.personId, decision, note });
    return this.show(key);
  }
}
