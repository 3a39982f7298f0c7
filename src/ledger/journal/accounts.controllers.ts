import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  CurrentViewer,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AccountQueries } from './account.queries.js';
import {
  accountFilterSchema,
  accountLineSchema,
  type AccountQuery,
  accountSchema,
  chartFilter,
  codeSchema,
  newAccountSchema,
} from './journal.schemas.js';
import { NameQueries } from './names.js';
import { OpenAccount } from './open-account.js';
import { readAccount } from './read-account.js';
import { mayPost } from './read-journal.js';
import { sendAccount } from './send-account.js';
import { AccountView } from './views/account.js';
import { ChartView } from './views/chart.js';

const chartSchema = z.object({ items: z.array(accountSchema.extend({ balances: z.array(moneySchema) })) });
const lines = z.object({
  account: accountSchema,
  opening: moneySchema,
  debit: moneySchema,
  credit: moneySchema,
  items: z.array(accountLineSchema),
  next: z.string().nullable(),
});

@PageController('books/accounts')
@Allow('accountant', 'admin')
export class AccountsPages {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly names: NameQueries,
    private readonly open: OpenAccount,
  ) {}

  @Get()
  chart(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(chartFilter, asked, response);
    return this.view(page, viewer, form, query.at ?? null);
  }

  @Post()
  @Allow('accountant')
  add(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newAccountSchema, body },
      act: async (account) => {
        await this.open.execute({ ...account, by: viewer.personId });
        return `/books/accounts/${account.code}`;
      },
      view: (form) => this.view(page, viewer, form, null),
    });
  }

  @Get(':code')
  async show(
    @Page() page: PageContext,
    @Param('code', { schema: codeSchema }) code: string,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(accountFilterSchema, asked, response);
    const [shown, names] = await Promise.all([readAccount(this.accounts, code, query), this.names.read()]);
    const { course, product, cohort, jurisdiction } = query;
    const about = [
      names.course(course)?.title,
      names.product(product)?.title,
      cohort && `sold in ${cohort.slice(0, 7)}`,
      jurisdiction,
    ].filter((part): part is string => Boolean(part));
    const filled = { ...form, values: { ...form.values, currency: shown.currency } };
    return AccountView({ page, form: filled, query, about, ...shown });
  }

  private async view(page: PageContext, viewer: Viewer, form: FormState, at: string | null): Promise<JSX.Element> {
    return ChartView({ page, form, at, accounts: await this.accounts.balances(at), canOpen: mayPost(viewer) });
  }
}

@ApiController('books/accounts', 'books')
@Allow('accountant', 'admin')
export class AccountsApi {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly open: OpenAccount,
  ) {}

  @Get()
  @Answers(200, chartSchema, 'The chart of accounts with debit less credit at the end of a day')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async chart(
    @Query({ schema: chartFilter }) { at }: z.infer<typeof chartFilter>,
  ): Promise<z.infer<typeof chartSchema>> {
    return { items: await this.accounts.balances(at ?? null) };
  }

  @Post()
  @Allow('accountant')
  @Answers(201, accountSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '409 account_taken')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: newAccountSchema }) account: z.infer<typeof newAccountSchema>,
  ): Promise<z.infer<typeof accountSchema>> {
    await this.open.execute({ ...account, by: viewer.personId });
    return account;
  }

  @Get(':code/postings.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async csv(
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: accountFilterSchema }) query: AccountQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendAccount(response, this.accounts, code, query);
  }

  @Get(':code')
  @Answers(200, lines, 'Postings to an account, oldest first, with the balance after each')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async show(
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: accountFilterSchema }) query: AccountQuery,
  ): Promise<z.infer<typeof lines>> {
    const { account, currency, sums, lines: shown, next } = await readAccount(this.accounts, code, query);
    const money = (amount: number) => ({ amount, currency });
    return {
      ...{ account, opening: money(sums.opening), debit: money(sums.debit), credit: money(sums.credit), next },
      items: shown.map(({ entry, date, kind, description, orderNumber, amount, balance }) => ({
        ...{ entry, date, kind, description, orderNumber },
        ...{ amount: money(amount), balance: money(balance) },
      })),
    };
  }
}
