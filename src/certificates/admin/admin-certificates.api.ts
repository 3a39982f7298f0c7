import { Body, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { noCertificate } from '../certificates.errors.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { parseCertificateNumber } from '../number/certificate-number.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { revocationSchema } from './revocation.schema.js';

const revokedSchema = z.object({
  number: z.string(),
  status: z.literal('revoked'),
  revokedAt: z.iso.datetime(),
  reason: z.string(),
});

@ApiController('admin/certificates', 'certificates')
@Allow('admin')
export class AdminCertificatesApi {
  constructor(private readonly revokeCertificate: RevokeCertificate) {}

  /** For good: a revoked certificate is never un-revoked. */
  @Post(':number/revocation')
  @Answers(201, revokedSchema, 'Revoked; the holder is told by mail')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 already_revoked')
  async revoke(
    @CurrentViewer() viewer: Viewer,
    @Param('number') typed: string,
    @Body({ schema: revocationSchema }) { reason }: z.infer<typeof revocationSchema>,
  ): Promise<z.infer<typeof revokedSchema>> {
    const number = parseCertificateNumber(typed);
    if (number === undefined) throw noCertificate();
    const { revokedAt } = await this.revokeCertificate.execute({ number, reason, by: viewer.personId });
    return { number, status: 'revoked', revokedAt: revokedAt.toISOString(), reason };
  }
}
