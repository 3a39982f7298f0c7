import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AccountQueries } from '../journal/account.queries.js';
import { codeSchema } from '../journal/journal.schemas.js';
import { keptAccounts } from '../journal/open-for-hands.js';
import { mayPost } from '../journal/read-journal.js';
import { ResolveSuspense } from './resolve-suspense.js';
import { type SuspenseItem, SuspenseQueries } from './suspense.queries.js';
import { SuspenseItemView } from './views/suspense-item.js';
import { SuspenseView } from './views/suspense.js';

const shownAtMost = 200;
const note = z.string('Say why it belongs there.').trim().min(1, 'Say why it belongs there.').max(400);
const resolution = z.strictObject({
  account: z.string('Choose an account.').trim().min(1, 'Choose an account.').pipe(codeSchema),
  note,
});
const stateFilter = z.strictObject({ state: z.enum(['open', 'resolved']).default('open') });
const itemSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  category: z.string(),
  source: z.string().nullable(),
  description: z.string().nullable(),
  orderNumber: z.string().nullable(),
  amount: moneySchema,
  fee: moneySchema,
  entry: z.int(),
  resolvedByEntry: z.int().nullable(),
  note: z.string().nullable(),
});
const listSchema = z.object({ items: z.array(itemSchema) });

@PageController('books/suspense')
@Allow('accountant', 'admin')
export class SuspensePages {
  constructor(
    private readonly suspense: SuspenseQueries,
    private readonly accounts: AccountQueries,
    private readonly resolve: ResolveSuspense,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    const [open, resolved] = await Promise.all([
      this.suspense.list('open', shownAtMost),
      this.suspense.list('resolved', 20),
    ]);
    return SuspenseView({ page, open, resolved });
  }

  @Get(':id')
  show(@Page() page: PageContext, @CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<JSX.Element> {
    return this.view(page, viewer, id, emptyForm());
  }

  @Post(':id/resolution')
  @Allow('accountant')
  place(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id') transactionId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: resolution, body },
      act: async (where) => {
        await this.resolve.execute({ transactionId, ...where, by: viewer.personId });
        return `/books/suspense/${transactionId}`;
      },
      view: (form) => this.view(page, viewer, transactionId, form),
    });
  }

  private async view(page: PageContext, viewer: Viewer, id: string, form: FormState): Promise<JSX.Element> {
    const [item, chart] = await Promise.all([this.suspense.byId(id), this.accounts.chart()]);
    if (!item) throw notFound('movement in suspense');
    const accounts = chart.filter(({ code }) => !keptAccounts.includes(code));
    return SuspenseItemView({ page, form, item, accounts, canPost: mayPost(viewer) });
  }
}

@ApiController('books/suspense', 'books')
@Allow('accountant', 'admin')
export class SuspenseApi {
  constructor(
    private readonly suspense: SuspenseQueries,
    private readonly resolve: ResolveSuspense,
  ) {}

  @Get()
  @Answers(200, listSchema, 'Movements nobody could place, oldest first; or those that were placed')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(
    @Query({ schema: stateFilter }) { state }: z.infer<typeof stateFilter>,
  ): Promise<z.infer<typeof listSchema>> {
    return { items: (await this.suspense.list(state, shownAtMost)).map(itemJson) };
  }

  @Post(':id/resolution')
  @Allow('accountant')
  @Answers(201, z.object({ number: z.int() }), 'Placed; the number of the entry')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 resolved_already')
  async place(
    @CurrentViewer() viewer: Viewer,
    @Param('id') transactionId: string,
    @Body({ schema: resolution }) where: z.infer<typeof resolution>,
  ): Promise<{ number: number }> {
    return { number: await this.resolve.execute({ transactionId, ...where, by: viewer.personId }) };
  }
}

const itemJson = (item: SuspenseItem): z.infer<typeof itemSchema> => {
  const { id, at, category, source, description, orderNumber, amount, fee, currency, entry, resolvedByEntry } = item;
  return {
    ...{
      id,
      at: at.toISOString(),
      category,
      source,
      description,
      orderNumber,
      entry,
      resolvedByEntry,
      note: item.note,
    },
    amount: { amount, currency },
    fee: { amount: fee, currency },
  };
};
