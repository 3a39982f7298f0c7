import { Module } from '@nestjs/common';
import { AdminCertificateQueries } from './admin/admin-certificates.queries.js';
import { AdminCertificatesApi } from './admin/admin-certificates.api.js';
import { AdminCertificatesPages } from './admin/admin-certificates.pages.js';
import { EarnedAwardQueries } from './awards/earned-awards.queries.js';
import { ImportAwards } from './awards/import-awards.js';
import { CertificateFaces } from './certificate-faces.controller.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificatesApi } from './certificates.api.js';
import { FindCertificate } from './find-certificate.js';
import { Issuer } from './issuer/issuer.js';
import { IssuerController } from './issuer/issuer.controller.js';
import { signerProvider } from './issuer/signer.provider.js';
import { StatusLists } from './issuer/status-lists.js';
import { WarmUp } from './issuer/warm-up.js';
import { CertificateMails } from './issuing/certificate-mails.js';
import { IssueCertificates } from './issuing/issue-certificates.js';
import { RevokeCertificate } from './issuing/revoke-certificate.js';
import { RevokeWithdrawn } from './issuing/revoke-withdrawn.js';
import { MissLimit } from './miss-limit.js';
import { MyCertificatesPages } from './my-certificates.pages.js';
import { VerifyFormPages, VerifyPages } from './verify.pages.js';

@Module({
  controllers: [
    VerifyFormPages,
    VerifyPages,
    MyCertificatesPages,
    CertificateFaces,
    CertificatesApi,
    AdminCertificatesPages,
    AdminCertificatesApi,
    IssuerController,
  ],
  providers: [
    signerProvider,
    Issuer,
    StatusLists,
    WarmUp,
    EarnedAwardQueries,
    CertificateQueries,
    AdminCertificateQueries,
    FindCertificate,
    MissLimit,
    CertificateMails,
    ImportAwards,
    IssueCertificates,
    RevokeCertificate,
    RevokeWithdrawn,
  ],
  exports: [ImportAwards, IssueCertificates, RevokeCertificate],
})
export class CertificatesModule {}
