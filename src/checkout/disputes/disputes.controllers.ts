import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { DisputeQueries } from './dispute.queries.js';
import { disputeJson, disputeSchema, evidenceSchema } from './dispute.schemas.js';
import { gatherEvidence } from './evidence.js';
import { SubmitEvidence } from './submit-evidence.js';
import { DisputeView } from './views/dispute.js';
import { disputesAddress, DisputesView } from './views/disputes.js';

const paging = z.object({
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
type Paging = z.infer<typeof paging>;

/** Staff read what speaks for us in a dispute and send it to the bank. */
@PageController('admin/disputes')
@Allow('admin', 'accountant')
export class DisputePages {
  constructor(
    private readonly disputes: DisputeQueries,
    private readonly submitting: SubmitEvidence,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @Query({ schema: paging }) { offset, limit }: Paging): Promise<JSX.Element> {
    const rows = await this.disputes.list(limit + 1, offset);
    return DisputesView({
      page,
      disputes: rows.slice(0, limit),
      nextOffset: rows.length > limit ? offset + limit : null,
    });
  }

  @Get(':id')
  async show(@Page() page: PageContext, @Param('id') id: string): Promise<JSX.Element> {
    const dispute = await this.known(id);
    return DisputeView({ page, dispute, form: emptyForm(gatherEvidence(dispute)) });
  }

  @Post(':id/evidence')
  @Allow('admin')
  send(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: evidenceSchema, body },
      act: async (evidence) => {
        await this.submitting.execute({ disputeId: id, evidence, by: viewer.personId });
        return `${disputesAddress}/${id}`;
      },
      view: async (form) => DisputeView({ page, form, dispute: await this.known(id) }),
    });
  }

  private async known(id: string) {
    const dispute = await this.disputes.facts(id);
    if (!dispute) throw notFound('dispute');
    return dispute;
  }
}

@ApiController('admin/disputes', 'admin')
@Allow('admin', 'accountant')
export class DisputesApi {
  constructor(
    private readonly disputes: DisputeQueries,
    private readonly submitting: SubmitEvidence,
  ) {}

  @Get()
  @Answers(
    200,
    z.object({ items: z.array(disputeSchema), next: z.int().nullable() }),
    'Open ones first; `next` is an offset',
  )
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: paging }) { offset, limit }: Paging) {
    const rows = await this.disputes.list(limit + 1, offset);
    return { items: rows.slice(0, limit).map(disputeJson), next: rows.length > limit ? offset + limit : null };
  }

  @Get(':id')
  @Answers(200, disputeSchema.extend({ evidence: evidenceSchema.describe('As gathered, or as sent') }))
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('id') id: string) {
    const dispute = await this.disputes.facts(id);
    if (!dispute) throw notFound('dispute');
    return { ...disputeJson(dispute), evidence: dispute.evidence ?? gatherEvidence(dispute) };
  }

  @Post(':id/evidence')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204, undefined, 'Sent to the bank, once')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 evidence_closed')
  async send(
    @Param('id') id: string,
    @Body({ schema: evidenceSchema }) evidence: z.infer<typeof evidenceSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.submitting.execute({ disputeId: id, evidence, by: viewer.personId });
  }
}
