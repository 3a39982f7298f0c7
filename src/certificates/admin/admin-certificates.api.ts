import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { noCertificate } from '../certificates.errors.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { publicFacts, publicFactsSchema } from '../public-facts.js';
import { parseCertificateNumber } from '../number/certificate-number.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { Config } from '../../shared/index.js';
import {
  AdminCertificateQueries,
  type CertificateFilter,
  certificateFilterSchema,
} from './admin-certificates.queries.js';
import { revocationSchema } from './revocation.schema.js';

const revokedSchema = z.object({
  number: z.string(),
  status: z.literal('revoked'),
  revokedAt: z.iso.datetime(),
  reason: z.string(),
});

const filterSchema = z.strictObject(certificateFilterSchema.shape);
const listedSchema = publicFactsSchema.extend({
  revokedBy: z.string().nullable(),
  revokedReason: z.string().nullable(),
});

@ApiController('admin/certificates', 'certificates')
@Allow('admin')
export class AdminCertificatesApi {
  constructor(
    private readonly certificates: AdminCertificateQueries,
    private readonly revokeCertificate: RevokeCertificate,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(listedSchema), next: z.string().nullable() }), 'All, newest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: filterSchema }) filter: CertificateFilter) {
    const { items, next } = await this.certificates.list(filter);
    const listed = items.map((one) => ({
      ...publicFacts(one, this.config.baseUrl),
      revokedBy: one.revokedBy,
      revokedReason: one.revokedReason,
    }));
    return { items: listed, next };
  }

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
