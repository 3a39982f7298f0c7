import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { NumberPipe } from '../number/number.pipe.js';
import { Allow, Answers, ApiController, CurrentViewer, OptionalViewer, Refuses, type Viewer } from '../../web/index.js';
import { CaseQueries } from './case.queries.js';
import { appealSchema, caseList, complaintSchema, nameSchema, opened, outcomeSchema } from './case.schemas.js';
import { toCaseJson } from './case-json.js';
import { DecideCase } from './decide-case.js';
import { RequestName } from './request-name.js';
import { SubmitAppeal } from './submit-appeal.js';
import { SubmitComplaint } from './submit-complaint.js';
import { WithdrawCase } from './withdraw-case.js';

const id = z.uuid();
type List = z.infer<typeof caseList>;
type Opened = z.infer<typeof opened>;

@ApiController('cases')
@Allow('signed-in')
export class CasesApi {
  constructor(
    private readonly cases: CaseQueries,
    private readonly appealing: SubmitAppeal,
    private readonly requesting: RequestName,
    private readonly complaining: SubmitComplaint,
    private readonly withdrawing: WithdrawCase,
  ) {}

  @Get()
  @Answers(200, caseList, 'What I opened, the newest first')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer): Promise<List> {
    return { items: (await this.cases.ofPerson(personId)).map(toCaseJson) };
  }

  @Post('appeals/applications/:id')
  @Answers(201, opened)
  @Refuses('401 unauthenticated', '404 not_found', '409 not_appealable', '409 case_open')
  appealRefusal(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) applicationId: string,
    @Body({ schema: appealSchema }) { text }: z.infer<typeof appealSchema>,
  ): Promise<Opened> {
    return this.appealing.execute({ personId, against: { applicationId }, text });
  }

  @Post('appeals/certificates/:number')
  @Answers(201, opened)
  @Refuses('401 unauthenticated', '404 not_found', '409 not_appealable', '409 case_open')
  appealCertificate(
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body({ schema: appealSchema }) { text }: z.infer<typeof appealSchema>,
  ): Promise<Opened> {
    return this.appealing.execute({ personId, against: { number }, text });
  }

  @Post('names/:number')
  @Answers(201, opened)
  @Refuses('401 unauthenticated', '404 not_found', '409 not_standing', '409 case_open')
  requestName(
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body({ schema: nameSchema }) asked: z.infer<typeof nameSchema>,
  ): Promise<Opened> {
    return this.requesting.execute({ personId, number, ...asked });
  }

  @Post('complaints/:number')
  @Allow('anyone')
  @HttpCode(204)
  @Answers(204, undefined, 'It has arrived')
  @Refuses('404 not_found', '409 case_open', '429 too_many_complaints', '429 too_many_look_ups')
  async complain(
    @OptionalViewer() viewer: Viewer | null,
    @Param('number') number: string,
    @Body({ schema: complaintSchema }) complaint: z.infer<typeof complaintSchema>,
    @Req() request: Request,
  ): Promise<void> {
    await this.complaining.execute({ number, ...complaint, by: viewer?.personId ?? null, ip: request.ip });
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '404 not_found', '409 case_closed')
  withdraw(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: id }) caseId: string): Promise<void> {
    return this.withdrawing.execute({ caseId, personId });
  }
}

@ApiController('examiners/cases', 'cases')
@Allow('examiner', 'admin')
export class CasesDeskApi {
  constructor(
    private readonly cases: CaseQueries,
    private readonly deciding: DecideCase,
  ) {}

  @Get()
  @Answers(200, caseList, 'What waits for an answer, the oldest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(@CurrentViewer() { personId }: Viewer): Promise<List> {
    return { items: (await this.cases.waiting(personId)).map(toCaseJson) };
  }

  @Post(':id/decision')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 not_impartial', '404 not_found', '409 case_closed')
  decide(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: outcomeSchema }) outcome: z.infer<typeof outcomeSchema>,
  ): Promise<void> {
    return this.deciding.execute({ caseId, ...outcome, by });
  }
}
