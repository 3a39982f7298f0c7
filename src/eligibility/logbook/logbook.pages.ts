import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { newId, notFound } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  responseOf,
  submit,
  type Viewer,
} from '../../web/index.js';
import { type Procedure, Procedures } from '../procedures/procedures.js';
import { MakeCode } from '../sign-offs/make-code.js';
import { PracticeCounts } from '../sign-offs/practice-counts.js';
import { SignByCode } from '../sign-offs/sign-by-code.js';
import { AddEntry } from './add-entry.js';
import { AmendEntry } from './amend-entry.js';
import { amendmentForm, codeAskBody, codeBody, newEntryForm, withdrawalBody } from './entry.bodies.js';
import { formOf, mapPrefix } from './entry-form.js';
import { LogbookQueries } from './logbook.queries.js';
import { EntryView } from './views/entry.js';
import { EntryFormView } from './views/entry-form.js';
import { LogbookView } from './views/logbook.js';
import { WithdrawEntry } from './withdraw-entry.js';

const id = z.uuid();
const root = '/logbook';

/** One's own logbook, and signing in it with the code of a preceptor. */
@PageController('logbook')
@Allow('learner')
export class LogbookPages {
  constructor(
    private readonly queries: LogbookQueries,
    private readonly procedures: Procedures,
    private readonly counts: PracticeCounts,
    private readonly adding: AddEntry,
    private readonly amending: AmendEntry,
    private readonly withdrawing: WithdrawEntry,
    private readonly codes: MakeCode,
    private readonly signing: SignByCode,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    const [entries, procedures, counts] = await Promise.all([
      this.queries.of(personId),
      this.procedures.all(),
      this.counts.of(personId),
    ]);
    return LogbookView({ page, entries, procedures, counts });
  }

  @Get('new/:procedure')
  async blank(@Page() page: PageContext, @Param('procedure') slug: string): Promise<JSX.Element> {
    return EntryFormView({ page, procedure: await this.procedure(slug), form: emptyForm({ id: newId() }) });
  }

  @Post('new/:procedure')
  async add(
    @Page() page: PageContext,
    @Param('procedure') slug: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const procedure = await this.procedure(slug);
    return submit({
      ...{ response, schema: newEntryForm, body },
      act: async (input) => {
        const map = mapOf(body);
        const added = await this.adding.execute({ ...input, procedure: slug, personId, map });
        return `${root}/${added.id}`;
      },
      view: (form) => EntryFormView({ page, procedure, form }),
    });
  }

  @Get(':id')
  show(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<JSX.Element> {
    return this.entry(page, entryId, personId, emptyForm());
  }

  @Get(':id/amendment')
  async amendment(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<JSX.Element> {
    const entry = await this.queries.detail(entryId, personId);
    const procedure = await this.procedure(entry.procedure);
    return EntryFormView({ page, procedure, entry, form: formOf(entry.versions[0]!.content) });
  }

  @Post(':id/amendment')
  amend(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: amendmentForm, body },
      act: async (input) => {
        await this.amending.execute({ ...input, entryId, personId, map: mapOf(body) });
        return `${root}/${entryId}`;
      },
      view: async (form) => {
        const entry = await this.queries.detail(entryId, personId);
        return EntryFormView({ page, procedure: await this.procedure(entry.procedure), entry, form });
      },
    });
  }

  @Post(':id/withdrawal')
  withdraw(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: withdrawalBody, body },
      act: async ({ reason }) => {
        await this.withdrawing.execute({ entryId, personId, reason });
        return root;
      },
      view: (form) => this.entry(page, entryId, personId, form),
    });
  }

  @Post(':id/code')
  askForCode(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: codeAskBody, body },
      act: async ({ preceptor }) => {
        await this.codes.mail(entryId, personId, preceptor);
        return `${root}/${entryId}#field-code`;
      },
      view: (form) => this.entry(page, entryId, personId, form),
    });
  }

  @Post(':id/sign-off')
  sign(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: codeBody, body },
      act: async ({ code }) => {
        await this.signing.execute(entryId, personId, code);
        return `${root}/${entryId}`;
      },
      view: (form) => this.entry(page, entryId, personId, form),
    });
  }

  private async procedure(slug: string): Promise<Procedure> {
    const procedure = await this.procedures.find(slug);
    if (!procedure) throw notFound('procedure');
    return procedure;
  }

  private async entry(page: PageContext, entryId: string, personId: string, form: FormState): Promise<JSX.Element> {
    const entry = await this.queries.detail(entryId, personId);
    const [procedure, preceptors] = await Promise.all([
      this.procedure(entry.procedure),
      this.queries.preceptorsOf(personId),
    ]);
    return EntryView({ page, entry, procedure, preceptors, form });
  }
}

const mapOf = (body: Record<string, unknown>): unknown => responseOf(Object.entries(body), mapPrefix) ?? null;
