import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AskReopening } from './ask-reopening.js';
import { CloseMonth } from './close-month.js';
import { closingSchema, decisionSchema, monthParam, reasonSchema } from './close.schemas.js';
import { monthAddress } from './checklist-words.js';
import { DecideReopening } from './decide-reopening.js';
import { PeriodQueries } from './period.queries.js';
import { PrepareClosing } from './prepare-closing.js';
import { ReadPeriod } from './read-period.js';
import { MonthView } from './views/month.js';
import { MonthsView } from './views/months.js';

const month = { schema: monthParam };
const arriving = z.object({ done: z.enum(['prepared', 'closed', 'asked', 'decided']).optional().catch(undefined) });
const notices = {
  prepared: 'The books are up to date.',
  closed: 'The month is closed.',
  asked: 'Another accountant can now decide.',
  decided: 'Your decision is kept.',
};

@PageController('books/close')
@Allow('accountant')
export class ClosePages {
  constructor(
    private readonly periods: PeriodQueries,
    private readonly read: ReadPeriod,
    private readonly preparing: PrepareClosing,
    private readonly closing: CloseMonth,
    private readonly asking: AskReopening,
    private readonly deciding: DecideReopening,
  ) {}

  @Get()
  @Allow('accountant', 'admin')
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return MonthsView({ page, periods: await this.periods.list() });
  }

  @Get(':month')
  @Allow('accountant', 'admin')
  show(
    @Page() page: PageContext,
    @Param('month', month) key: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render({ ...page, ...(done && { notice: notices[done] }) }, key, emptyForm());
  }

  @Post(':month/preparation')
  prepare(
    @Page() page: PageContext,
    @Param('month', month) key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = () => this.preparing.execute();
    return this.step({ page, key, response, schema: z.object({}), body: {}, done: 'prepared', act });
  }

  @Post(':month/closing')
  close(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('month', month) key: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = ({ note }: z.infer<typeof closingSchema>) => this.closing.execute({ month: key, by, note });
    return this.step({ page, key, response, schema: closingSchema, body, done: 'closed', act });
  }

  @Post(':month/reopening-request')
  ask(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('month', month) key: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = ({ note }: z.infer<typeof reasonSchema>) => this.asking.execute({ month: key, by, note });
    return this.step({ page, key, response, schema: reasonSchema, body, done: 'asked', act });
  }

  @Post(':month/reopening-decision')
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('month', month) key: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = (decision: z.infer<typeof decisionSchema>) => this.deciding.execute({ month: key, by, ...decision });
    return this.step({ page, key, response, schema: decisionSchema, body, done: 'decided', act });
  }

  private step<Schema extends z.ZodType>(step: Step<Schema>): Promise<JSX.Element> {
    const { page, key, response, schema, body, done, act } = step;
    return submit({
      ...{ response, schema, body },
      act: async (input) => {
        await act(input);
        return `${monthAddress(key)}?done=${done}`;
      },
      view: (form) => this.render(page, key, form),
    });
  }

  private async render(page: PageContext, key: string, form: FormState): Promise<JSX.Element> {
    return MonthView({ page, form, ...(await this.read.execute(key)) });
  }
}

interface Step<Schema extends z.ZodType> {
  page: PageContext;
  key: string;
  response: Response;
  schema: Schema;
  body: unknown;
  done: keyof typeof notices;
  act: (input: z.output<Schema>) => Promise<void>;
}
