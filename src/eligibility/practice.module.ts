import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/index.js';
import { AddEntry } from './logbook/add-entry.js';
import { AmendEntry } from './logbook/amend-entry.js';
import { LogbookApi } from './logbook/logbook.api.js';
import { LogbookPages } from './logbook/logbook.pages.js';
import { LogbookQueries } from './logbook/logbook.queries.js';
import { WithdrawEntry } from './logbook/withdraw-entry.js';
import { AssignLearner } from './preceptors/assign-learner.js';
import { EndAssignment } from './preceptors/end-assignment.js';
import { EndAuthority } from './preceptors/end-authority.js';
import { GrantAuthority } from './preceptors/grant-authority.js';
import { PreceptorQueries } from './preceptors/preceptor.queries.js';
import { PreceptorsApi } from './preceptors/preceptors.api.js';
import { PreceptorsPages } from './preceptors/preceptors.pages.js';
import { SeedDemoPractice } from './preceptors/seed-demo-practice.js';
import { ImportProcedures } from './procedures/import-procedures.js';
import { Procedures } from './procedures/procedures.js';
import { SeverityApi, SeverityPages } from './severity/severity.controllers.js';
import { SeverityQueries } from './severity/severity.queries.js';
import { DecideEntry } from './sign-offs/decide-entry.js';
import { MakeCode } from './sign-offs/make-code.js';
import { MaySign } from './sign-offs/may-sign.js';
import { PracticeCounts } from './sign-offs/practice-counts.js';
import { PracticeMails } from './sign-offs/practice-mails.js';
import { SignByCode } from './sign-offs/sign-by-code.js';
import { SignOffsApi } from './sign-offs/sign-offs.api.js';
import { SignOffsPages } from './sign-offs/sign-offs.pages.js';
import { WaitingQueries } from './sign-offs/waiting.queries.js';

@Module({
  imports: [QuestionsModule],
  controllers: [
    SeverityPages,
    SeverityApi,
    PreceptorsPages,
    PreceptorsApi,
    LogbookPages,
    LogbookApi,
    SignOffsPages,
    SignOffsApi,
  ],
  providers: [
    ImportProcedures,
    Procedures,
    PreceptorQueries,
    GrantAuthority,
    EndAuthority,
    AssignLearner,
    EndAssignment,
    SeedDemoPractice,
    LogbookQueries,
    AddEntry,
    AmendEntry,
    WithdrawEntry,
    MaySign,
    DecideEntry,
    MakeCode,
    SignByCode,
    WaitingQueries,
    PracticeMails,
    PracticeCounts,
    SeverityQueries,
  ],
  exports: [ImportProcedures, SeedDemoPractice, Procedures, PracticeCounts],
})
export class PracticeModule {}
