import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { DecideEntry } from './decide-entry.js';
import { decisionOf, sentDecision } from './decision.bodies.js';
import { MakeCode } from './make-code.js';
import { WaitingQueries } from './waiting.queries.js';

const id = z.uuid();
const waiting = z.object({
  items: z.array(
    z.looseObject({
      id,
      learner: z.string(),
      performedOn: z.iso.date(),
      version: z.int(),
      hash: z.string().describe('Send it with the decision'),
      content: z.looseObject({}),
    }),
  ),
});

@ApiController('preceptor')
@Allow('preceptor')
export class SignOffsApi {
  constructor(
    private readonly queries: WaitingQueries,
    private readonly deciding: DecideEntry,
    private readonly codes: MakeCode,
  ) {}

  @Get('waiting')
  @Answers(200, waiting, 'What I may sign, the oldest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async waiting(@CurrentViewer() { personId }: Viewer) {
    return { items: await this.queries.for(personId) };
  }

  @Post('decisions')
  @HttpCode(200)
  @Answers(200, z.object({ id, decision: z.enum(['signed', 'refused']) }))
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '403 may_not_sign', '409 already_decided')
  @Refuses('409 entry_amended', '409 entry_withdrawn', '409 id_reused')
  decide(
    @Body({ schema: sentDecision }) { entry, ...body }: z.infer<typeof sentDecision>,
    @CurrentViewer() { personId }: Viewer,
  ) {
    return this.deciding.execute({ ...decisionOf(body), entryId: entry, preceptorId: personId });
  }

  @Post('entries/:id/codes')
  @Answers(201, z.object({ code: z.string().describe('Eight digits, for ten minutes') }))
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 already_decided', '409 entry_withdrawn')
  @Refuses('429 too_many_codes')
  code(@Param('id', { schema: id }) entryId: string, @CurrentViewer() { personId }: Viewer) {
    return this.codes.show(entryId, personId);
  }
}
