import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Clock, newId, notFound } from '../../shared/index.js';
import {
  Allow,
  askedFilter,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AccountQueries } from './account.queries.js';
import { handEntryForm } from './hand-entry-form.js';
import { JournalQueries } from './journal.queries.js';
import { entryNumber, journalFilterSchema, reversalSchema } from './journal.schemas.js';
import { dayOf } from './months.js';
import { NameQueries } from './names.js';
import { keptAccounts } from './open-for-hands.js';
import { PostByHand } from './post-by-hand.js';
import { listedEntries, mayPost } from './read-journal.js';
import { ReverseEntry } from './reverse-entry.js';
import { stripeLink } from './stripe-link.js';
import { EntryView } from './views/entry.js';
import { JournalView } from './views/journal.js';
import { NewEntryView } from './views/new-entry.js';

@PageController('books/journal')
@Allow('accountant', 'admin')
export class JournalPages {
  constructor(
    private readonly journal: JournalQueries,
    private readonly accounts: AccountQueries,
    private readonly names: NameQueries,
    private readonly clock: Clock,
    private readonly postByHand: PostByHand,
    private readonly reverseEntry: ReverseEntry,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(journalFilterSchema, asked, response);
    const [accounts, listed] = await Promise.all([this.accounts.chart(), listedEntries(this.journal, query)]);
    return JournalView({ page, form, query, accounts, ...listed, canPost: mayPost(viewer) });
  }

  @Get('new')
  @Allow('accountant')
  async blank(@Page() page: PageContext): Promise<JSX.Element> {
    const date = dayOf(await this.clock.now());
    return this.newView(page, emptyForm({ key: newId(), date, currency: 'USD' }));
  }

  @Post()
  @Allow('accountant')
  post(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: handEntryForm, body },
      act: async (entry) => `/books/journal/${await this.postByHand.execute({ ...entry, by: viewer.personId })}`,
      view: (form) => this.newView(page, form),
    });
  }

  @Get(':number')
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number', { schema: entryNumber }) number: number,
  ): Promise<JSX.Element> {
    return this.view(page, viewer, number, emptyForm());
  }

  @Post(':number/reversal')
  @Allow('accountant')
  reverse(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number', { schema: entryNumber }) entry: number,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: reversalSchema, body },
      act: async (reversal) =>
        `/books/journal/${await this.reverseEntry.execute({ entry, ...reversal, by: viewer.personId })}`,
      view: (form) => this.view(page, viewer, entry, form),
    });
  }

  private async newView(page: PageContext, form: FormState): Promise<JSX.Element> {
    const accounts = (await this.accounts.chart()).filter(({ code }) => !keptAccounts.includes(code));
    return NewEntryView({ page, form, accounts });
  }

  private async view(page: PageContext, viewer: Viewer, number: number, form: FormState): Promise<JSX.Element> {
    const [entry, names] = await Promise.all([this.journal.byNumber(number), this.names.read()]);
    if (!entry) throw notFound('entry');
    const stripe = stripeLink(entry, await this.journal.stripeSource(entry));
    const canReverse = mayPost(viewer) && !entry.reversedBy && ['manual', 'opening'].includes(entry.kind);
    return EntryView({ page, form, entry, names, stripe, canReverse });
  }
}
