import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { noCertificate } from '../certificates.errors.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { parseCertificateNumber } from '../number/certificate-number.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { RevocationView } from '../views/revocation.js';
import { AdminCertificatesView } from '../views/admin-certificates.js';
import {
  AdminCertificateQueries,
  type CertificateFilter,
  certificateFilterSchema,
} from './admin-certificates.queries.js';
import { revocationSchema } from './revocation.schema.js';

const arriving = z.object({ done: z.literal('revoked').optional().catch(undefined) });

@PageController('admin/certificates')
@Allow('admin')
export class AdminCertificatesPages {
  constructor(
    private readonly certificates: AdminCertificateQueries,
    private readonly revokeCertificate: RevokeCertificate,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query({ schema: certificateFilterSchema }) filter: CertificateFilter,
  ): Promise<JSX.Element> {
    return AdminCertificatesView({ page, filter, ...(await this.certificates.list(filter)) });
  }

  @Get(':number/revocation')
  confirm(
    @Page() page: PageContext,
    @Param('number') typed: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    const notice = done ? { notice: 'The certificate is revoked. Whoever verifies it sees that from now on.' } : {};
    return this.render({ ...page, ...notice }, typed, emptyForm());
  }

  @Post(':number/revocation')
  revoke(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') typed: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: revocationSchema,
      body,
      act: async ({ reason }) => {
        const number = parseCertificateNumber(typed);
        if (number === undefined) throw noCertificate();
        await this.revokeCertificate.execute({ number, reason, by: viewer.personId });
        return `/admin/certificates/${number}/revocation?done=revoked`;
      },
      view: (form) => this.render(page, typed, form),
    });
  }

  private async render(page: PageContext, typed: string, form: FormState): Promise<JSX.Element> {
    const number = parseCertificateNumber(typed);
    const certificate = number === undefined ? undefined : await this.certificates.byNumber(number);
    if (!certificate) throw noCertificate();
    return RevocationView({ page, form, certificate });
  }
}
