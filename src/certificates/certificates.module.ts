import { Module } from '@nestjs/common';
import { ApplicationQueries } from './applications/application.queries.js';
import { AssessApplication } from './applications/assess-application.js';
import { AssessCandidates } from './applications/assess-candidates.js';
import { DecideApplication } from './applications/decide-application.js';
import { GiveEvaluation } from './applications/give-evaluation.js';
import { SubmitApplication } from './applications/submit-application.js';
import { CandidateStates } from './certifications/candidate-states.js';
import { DecisionPages } from './applications/decisions.pages.js';
import { DecisionQueries } from './applications/decisions.queries.js';
import { DecisionsApi } from './applications/decisions.api.js';
import { ApplicationMails } from './applications/application-mails.js';
import { WithdrawApplication } from './applications/withdraw-application.js';
import { CaseMails } from './cases/case-mails.js';
import { CaseQueries } from './cases/case.queries.js';
import { CasesApi, CasesDeskApi } from './cases/cases.api.js';
import { CasesDeskPages } from './cases/cases-desk.pages.js';
import { CasePages } from './cases/cases.pages.js';
import { DecideCase } from './cases/decide-case.js';
import { FollowPractice } from './cases/follow-practice.js';
import { OpenCase } from './cases/open-case.js';
import { AppealPages, ComplaintPages, NamePages } from './cases/opening.pages.js';
import { RequestName } from './cases/request-name.js';
import { SettleCase } from './cases/settle-case.js';
import { SubmitAppeal } from './cases/submit-appeal.js';
import { SubmitComplaint } from './cases/submit-complaint.js';
import { WithdrawCase } from './cases/withdraw-case.js';
import { SurrenderCertificate } from './lifecycle/surrender-certificate.js';
import { SurrenderApi, SurrenderPages } from './lifecycle/surrender.pages.js';
import { CertificationPageQueries } from './certifications/certification-page.queries.js';
import { CertificationPages } from './certifications/certifications.pages.js';
import { CertificationsApi } from './certifications/certifications.api.js';
import { HistoryQueries } from './lifecycle/history.queries.js';
import { LifecycleApi } from './lifecycle/lifecycle.api.js';
import { LifecyclePages } from './lifecycle/lifecycle.pages.js';
import { CertificationQueries } from './certifications/certification.queries.js';
import { DirectoryModule } from './directory/directory.module.js';
import { EvidenceQueries } from './certifications/evidence.queries.js';
import { ImpartialityModule, LicencesModule, PracticeModule } from '../eligibility/index.js';
import { IssueCertification } from './issuing/issue-certification.js';
import { WriteCertificate } from './issuing/write-certificate.js';
import { AdminCertificateQueries } from './admin/admin-certificates.queries.js';
import { AdminCertificatesApi } from './admin/admin-certificates.api.js';
import { AdminCertificatesPages } from './admin/admin-certificates.pages.js';
import { EarnedAwardQueries } from './awards/earned-awards.queries.js';
import { ImportAwards } from './awards/import-awards.js';
import { CertificateFaces } from './certificate-faces.controller.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificatesApi } from './certificates.api.js';
import { GiveToken } from './faces/give-token.js';
import { FindCertificate } from './find-certificate.js';
import { LicenceCheck } from './licence-check.js';
import { Issuer } from './issuer/issuer.js';
import { IssuerController } from './issuer/issuer.controller.js';
import { packetControllers, packetProviders } from './packets/parts.js';
import { PdfKey } from './issuer/pdf-key.js';
import { signerProviders } from './issuer/signer.provider.js';
import { StatusLists } from './issuer/status-lists.js';
import { WarmUp } from './issuer/warm-up.js';
import { CertificateMails } from './issuing/certificate-mails.js';
import { IssueCertificates } from './issuing/issue-certificates.js';
import { RevokeCertificate } from './issuing/revoke-certificate.js';
import { RevokeWithdrawn } from './issuing/revoke-withdrawn.js';
import { FollowLicence } from './lifecycle/follow-licence.js';
import { ReinstateCertificate } from './lifecycle/reinstate-certificate.js';
import { ReissueCertificate } from './lifecycle/reissue-certificate.js';
import { StandingCertificate } from './lifecycle/standing-certificate.js';
import { SuspendCertificate } from './lifecycle/suspend-certificate.js';
import { PrintCertificate } from './pdf/print-certificate.js';
import { recallControllers, recallProviders } from './recall/parts.js';
import { CountCourses } from './renewal/count-courses.js';
import { DecideHours } from './renewal/decide-hours.js';
import { HoursApi, HoursDeskApi } from './renewal/hours.api.js';
import { HoursDeskPages, PlannerPages } from './renewal/hours.pages.js';
import { HoursPapersApi, HoursPapersDeskApi, HoursPapersPages } from './renewal/hours-papers.controllers.js';
import { LinkHoursPaper } from './renewal/link-hours-paper.js';
import { OpenHoursPaper } from './renewal/open-hours-paper.js';
import { SendHoursPaper } from './renewal/send-hours-paper.js';
import { HoursQueries } from './renewal/hours.queries.js';
import { RemindHolders } from './renewal/remind-holders.js';
import { ReportHours } from './renewal/report-hours.js';
import { PrintFace } from './faces/print-face.js';
import { VerifyFace } from './faces/verify-face.js';
import { VerifyFaceApi, VerifyFacePages } from './faces/verify-face.controllers.js';
import { EnterIssued } from './log/issuance-log.js';
import { LogController } from './log/log.controller.js';
import { LogQueries } from './log/log.queries.js';
import { LogTree } from './log/log-tree.js';
import { EndKey } from './signing/end-key.js';
import { MissLimit, UploadLimit } from './limits.js';
import { MyCertificatesPages } from './my-certificates.pages.js';
import { VerifyFormPages, VerifyPages } from './verify.pages.js';

@Module({
  imports: [LicencesModule, PracticeModule, ImpartialityModule, DirectoryModule],
  controllers: [
    ...packetControllers,
    ...recallControllers,
    VerifyFormPages,
    VerifyPages,
    VerifyFacePages,
    VerifyFaceApi,
    MyCertificatesPages,
    CertificateFaces,
    CertificatesApi,
    AdminCertificatesPages,
    AdminCertificatesApi,
    IssuerController,
    LogController,
    CertificationPages,
    CertificationsApi,
    DecisionPages,
    DecisionsApi,
    LifecyclePages,
    LifecycleApi,
    PlannerPages,
    HoursDeskPages,
    HoursApi,
    HoursDeskApi,
    HoursPapersPages,
    HoursPapersApi,
    HoursPapersDeskApi,
    AppealPages,
    ComplaintPages,
    NamePages,
    CasePages,
    CasesDeskPages,
    CasesApi,
    CasesDeskApi,
    SurrenderPages,
    SurrenderApi,
  ],
  providers: [
    ...signerProviders,
    ...packetProviders,
    ...recallProviders,
    PdfKey,
    PrintCertificate,
    Issuer,
    StatusLists,
    EnterIssued,
    LogTree,
    LogQueries,
    EndKey,
    WarmUp,
    EarnedAwardQueries,
    CertificateQueries,
    AdminCertificateQueries,
    FindCertificate,
    LicenceCheck,
    GiveToken,
    PrintFace,
    VerifyFace,
    UploadLimit,
    MissLimit,
    CertificateMails,
    ImportAwards,
    IssueCertificates,
    IssueCertification,
    WriteCertificate,
    ApplicationQueries,
    AssessApplication,
    AssessCandidates,
    DecideApplication,
    SubmitApplication,
    GiveEvaluation,
    StandingCertificate,
    SuspendCertificate,
    ReinstateCertificate,
    ReissueCertificate,
    FollowLicence,
    CandidateStates,
    CertificationQueries,
    EvidenceQueries,
    CertificationPageQueries,
    DecisionQueries,
    HistoryQueries,
    HoursQueries,
    ReportHours,
    SendHoursPaper,
    LinkHoursPaper,
    OpenHoursPaper,
    DecideHours,
    CountCourses,
    RemindHolders,
    WithdrawApplication,
    ApplicationMails,
    SurrenderCertificate,
    CaseQueries,
    CaseMails,
    OpenCase,
    SubmitAppeal,
    SubmitComplaint,
    RequestName,
    WithdrawCase,
    DecideCase,
    SettleCase,
    FollowPractice,
    RevokeCertificate,
    RevokeWithdrawn,
  ],
  exports: [ImportAwards, IssueCertificates, Issuer, RevokeCertificate],
})
export class CertificatesModule {}
