import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { Procedures } from '../procedures/procedures.js';
import { MakeCode } from '../sign-offs/make-code.js';
import { PracticeCounts } from '../sign-offs/practice-counts.js';
import { SignByCode } from '../sign-offs/sign-by-code.js';
import { AddEntry } from './add-entry.js';
import { AmendEntry } from './amend-entry.js';
import { amendmentBody, codeAskBody, codeBody, newEntryBody, withdrawalBody } from './entry.bodies.js';
import { LogbookQueries } from './logbook.queries.js';
import { WithdrawEntry } from './withdraw-entry.js';

const id = z.uuid();
const status = z.enum(['waiting', 'signed', 'refused', 'withdrawn']);
const book = z.object({
  entries: z.array(
    z.object({
      id,
      procedure: z.string(),
      title: z.string(),
      performedOn: z.iso.date(),
      place: z.string(),
      status,
      amendments: z.int().describe('Versions written after the signature'),
    }),
  ),
  counts: z.array(z.object({ procedure: z.string(), signed: z.int(), last: z.iso.date() })),
  procedures: z.array(z.object({ slug: z.string(), title: z.string(), unit: z.string(), depths: z.array(z.string()) })),
});
const entry = z.looseObject({
  id,
  status,
  versions: z.array(z.looseObject({})),
  decisions: z.array(z.looseObject({})),
});

@ApiController('logbook')
@Allow('learner')
export class LogbookApi {
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
  @Answers(200, book, 'My entries, newest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(@CurrentViewer() { personId }: Viewer) {
    const [entries, counts, all] = await Promise.all([
      this.queries.of(personId),
      this.counts.of(personId),
      this.procedures.all(),
    ]);
    const procedures = all.map(({ slug, title, unit, depths }) => ({ slug, title, unit, depths }));
    return { entries, counts, procedures };
  }

  @Post()
  @Answers(201, z.object({ id }))
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '409 id_reused', '422 invalid_input')
  @Refuses('422 no_such_procedure')
  add(
    @Body({ schema: newEntryBody }) { points, ...body }: z.infer<typeof newEntryBody>,
    @CurrentViewer() { personId }: Viewer,
  ) {
    return this.adding.execute({ ...body, personId, map: { points } });
  }

  @Get(':id')
  @Answers(200, entry)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  show(@Param('id', { schema: id }) entryId: string, @CurrentViewer() { personId }: Viewer) {
    return this.queries.detail(entryId, personId);
  }

  @Post(':id/amendments')
  @Answers(201, z.object({ version: z.int() }))
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 entry_withdrawn')
  @Refuses('422 invalid_input')
  amend(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: amendmentBody }) { points, ...body }: z.infer<typeof amendmentBody>,
    @CurrentViewer() { personId }: Viewer,
  ) {
    return this.amending.execute({ ...body, entryId, personId, map: { points } });
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Answers(204, undefined, 'Taken back')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 signed_already')
  async withdraw(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: withdrawalBody }) { reason }: z.infer<typeof withdrawalBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    await this.withdrawing.execute({ entryId, personId, reason });
  }

  @Post(':id/codes')
  @HttpCode(202)
  @Answers(202, undefined, 'The preceptor gets the code by mail')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '403 may_not_sign', '404 not_found')
  @Refuses('409 already_decided', '409 entry_withdrawn', '429 too_many_codes')
  async askForCode(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: codeAskBody }) { preceptor }: z.infer<typeof codeAskBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    await this.codes.mail(entryId, personId, preceptor);
  }

  @Post(':id/sign-off')
  @HttpCode(204)
  @Answers(204, undefined, 'Signed')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '403 may_not_sign', '409 already_decided')
  @Refuses('409 entry_amended', '409 entry_withdrawn', '422 code_wrong', '422 code_gone')
  async sign(
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: codeBody }) { code }: z.infer<typeof codeBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    await this.signing.execute(entryId, personId, code);
  }
}
