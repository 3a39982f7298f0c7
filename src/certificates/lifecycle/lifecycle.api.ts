import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CertificateQueries } from '../certificate.queries.js';
import { noCertificate } from '../certificates.errors.js';
import { NumberPipe } from '../number/number.pipe.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { HistoryQueries } from './history.queries.js';
import { correctionSchema, suspensionSchema } from './lifecycle.schemas.js';
import { ReinstateCertificate } from './reinstate-certificate.js';
import { ReissueCertificate } from './reissue-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';

const event = z.object({
  at: z.iso.datetime(),
  what: z.enum(['issued', 'suspended', 'reinstated', 'revoked', 'superseded']),
  about: z.string().nullable(),
  reason: z.string().nullable(),
  byName: z.string().nullable(),
});

@ApiController('admin/certificates/:number', 'certificates')
@Allow('admin')
export class LifecycleApi {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly history: HistoryQueries,
    private readonly suspending: SuspendCertificate,
    private readonly reinstating: ReinstateCertificate,
    private readonly reissuing: ReissueCertificate,
  ) {}

  @Get('history')
  @Answers(200, z.object({ items: z.array(event) }), 'What happened to it, the oldest first')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async events(@Param('number', NumberPipe) number: string): Promise<{ items: z.infer<typeof event>[] }> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw noCertificate();
    const events = await this.history.of(certificate.id);
    return { items: events.map((one) => ({ ...one, at: one.at.toISOString() })) };
  }

  @Post('suspension')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 already_suspended', '409 not_standing')
  suspend(
    @Param('number', NumberPipe) number: string,
    @CurrentViewer() { personId: by }: Viewer,
    @Body({ schema: suspensionSchema }) body: z.infer<typeof suspensionSchema>,
  ): Promise<void> {
    return this.suspending.execute({ number, ...body, by });
  }

  @Post('reinstatement')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 not_suspended')
  reinstate(
    @Param('number', NumberPipe) number: string,
    @CurrentViewer() { personId: by }: Viewer,
    @Body({ schema: suspensionSchema }) body: z.infer<typeof suspensionSchema>,
  ): Promise<void> {
    return this.reinstating.execute({ number, ...body, by });
  }

  /** A corrected certificate takes its place, under a number of its own. */
  @Post('correction')
  @Answers(201, z.object({ number: z.string() }))
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 not_standing', '422 wrong_scope')
  correct(
    @Param('number', NumberPipe) number: string,
    @CurrentViewer() { personId: by }: Viewer,
    @Body({ schema: correctionSchema }) { reason, ...correction }: z.infer<typeof correctionSchema>,
  ): Promise<{ number: string }> {
    return this.reissuing.execute({ number, correction, reason, by });
  }
}
