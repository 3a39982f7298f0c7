import { Module } from '@nestjs/common';
import { AnswerQuestion } from './licences/answer-question.js';
import { CloseUnanswered } from './licences/close-unanswered.js';
import { EnterLicence } from './licences/enter-licence.js';
import { LicenceMails } from './licences/licence-mails.js';
import { LicenceStanding } from './licences/licence-standing.js';
import { LicenceQueries } from './licences/licence.queries.js';
import { LicencesApi } from './licences/licences.api.js';
import { LicencesPages } from './licences/licences.pages.js';
import { WithdrawLicence } from './licences/withdraw-licence.js';
import { DiscardPapers } from './papers/discard-papers.js';
import { LinkPapers } from './papers/link-papers.js';
import { OpenPaper } from './papers/open-paper.js';
import { paperKeysProvider } from './papers/paper-keys.js';
import { PaperSafe } from './papers/paper-safe.js';
import { PapersPages } from './papers/papers.pages.js';
import { SendPaper } from './papers/send-paper.js';
import { ProfessionQueries } from './professions/profession.queries.js';
import { LapseLicence } from './recheck/lapse-licence.js';
import { RecheckLicences } from './recheck/recheck-licences.js';
import { RemindHolders } from './recheck/remind-holders.js';
import { LicenceRegistry } from './registry/licence-registry.js';
import { OfflineRegistry } from './registry/offline-registry.js';
import { ApproveLicence } from './review/approve-licence.js';
import { AskLearner } from './review/ask-learner.js';
import { ClaimLicence } from './review/claim-licence.js';
import { OpenCase } from './review/open-case.js';
import { RefundTurnedAway } from './review/refund-turned-away.js';
import { RefuseLicence } from './review/refuse-licence.js';
import { ReviewApi } from './review/review.api.js';
import { ReviewPages } from './review/review.pages.js';
import { ReviewQueries } from './review/review.queries.js';
import { ImportEligibility } from './scope/import-eligibility.js';
import { ReadScope } from './scope/read-scope.js';
import { ScopeApi, ScopePages } from './scope/scope.controllers.js';
import { ScopeOfPractice } from './scope/scope-of-practice.js';
import { ScopeQueries } from './scope/scope.queries.js';

@Module({
  controllers: [LicencesPages, LicencesApi, PapersPages, ReviewPages, ReviewApi, ScopePages, ScopeApi],
  providers: [
    paperKeysProvider,
    { provide: LicenceRegistry, useClass: OfflineRegistry },
    ProfessionQueries,
    LicenceMails,
    LicenceQueries,
    LicenceStanding,
    EnterLicence,
    AnswerQuestion,
    WithdrawLicence,
    CloseUnanswered,
    SendPaper,
    LinkPapers,
    OpenPaper,
    PaperSafe,
    DiscardPapers,
    ReviewQueries,
    ClaimLicence,
    OpenCase,
    ApproveLicence,
    AskLearner,
    RefuseLicence,
    RefundTurnedAway,
    LapseLicence,
    RecheckLicences,
    RemindHolders,
    ImportEligibility,
    ScopeQueries,
    ReadScope,
    ScopeOfPractice,
  ],
  exports: [LicenceStanding, PaperSafe, ScopeOfPractice, ReadScope, ImportEligibility],
})
export class LicencesModule {}
