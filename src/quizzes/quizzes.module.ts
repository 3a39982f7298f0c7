import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { MailModule } from '../mail/index.js';
import { QuestionsModule } from '../questions/index.js';
import { AnalysisApi, AnalysisPages } from './analysis/analysis.controllers.js';
import { AnalysisQueries } from './analysis/analysis.queries.js';
import { AskAnalysis } from './analysis/computing/ask-analysis.js';
import { ComputeAnalysis } from './analysis/computing/compute-analysis.js';
import { AccommodationPages } from './accommodations/accommodations.pages.js';
import { AccommodationsApi } from './accommodations/accommodations.api.js';
import { AccommodationQueries } from './accommodations/accommodation.queries.js';
import { EndAccommodation } from './accommodations/end-accommodation.js';
import { GrantAccommodation } from './accommodations/grant-accommodation.js';
import { AttemptClock } from './attempts/attempt-clock.js';
import { CheckAnswer } from './attempts/check-answer.js';
import { FlagQuestion } from './attempts/flag-question.js';
import { RunningApi } from './attempts/running.api.js';
import { WithdrawPass } from './attempts/withdraw-pass.js';
import { TakeBreak } from './attempts/take-break.js';
import { ProctorAttempt } from './proctoring/proctor-attempt.js';
import { AttemptDeskQueries } from './proctoring/attempt-desk.queries.js';
import { ProctoringPages } from './proctoring/proctoring.pages.js';
import { ProctoringApi } from './proctoring/proctoring.api.js';
import { VoidAttempt } from './proctoring/void-attempt.js';
import { AttemptQueries } from './attempts/attempt.queries.js';
import { ConcludeAttempt } from './attempts/conclude-attempt.js';
import { ExpireAttempts } from './attempts/expire-attempts.js';
import { FinishAttempt } from './attempts/finish-attempt.js';
import { FollowAttempt } from './attempts/follow-attempt.js';
import { SaveResponse } from './attempts/save-response.js';
import { StartAttempt } from './attempts/start-attempt.js';
import { SubmitAttempt } from './attempts/submit-attempt.js';
import { TakeLease } from './attempts/take-lease.js';
import { BlueprintApi, BlueprintPages } from './blueprint/blueprint.controllers.js';
import { BlueprintQueries } from './blueprint/blueprint.queries.js';
import { ChangeBlueprint } from './blueprint/change-blueprint.js';
import { CutScoresApi } from './cut-score/cut-score.api.js';
import { CutScorePages } from './cut-score/cut-score.pages.js';
import { AdoptStudy } from './cut-score/panel/adopt-study.js';
import { CloseRound } from './cut-score/panel/close-round.js';
import { CloseStudy } from './cut-score/panel/close-study.js';
import { NameJudge } from './cut-score/panel/name-judge.js';
import { OpenRound } from './cut-score/panel/open-round.js';
import { OpenStudy } from './cut-score/panel/open-study.js';
import { RateItems } from './cut-score/panel/rate-items.js';
import { RatingsPages } from './cut-score/ratings.pages.js';
import { StudyQueries } from './cut-score/study.queries.js';
import { ActOnPaper } from './act-on-paper.js';
import { AttemptPages } from './attempts.pages.js';
import { AttemptsApi, QuizzesApi } from './attempts.api.js';
import { EventQueries } from './events/event.queries.js';
import { EventsApi } from './events/events.api.js';
import { VerifyAttempts } from './events/verify-attempts.js';
import { FileQueries } from './files/file.queries.js';
import { FilesApi } from './files/files.api.js';
import { UploadFile } from './files/upload-file.js';
import { ClaimAnswer } from './examining/claim-answer.js';
import { ExaminingApi } from './examining/examining.api.js';
import { ExaminingPages } from './examining/examining.pages.js';
import { GradeAnswer } from './examining/grade-answer.js';
import { GradingQueries } from './examining/grading.queries.js';
import { SetSecondMarking } from './examining/set-second-marking.js';
import { TellResult } from './examining/tell-result.js';
import { ImportQuizzes } from './importing/import-quizzes.js';
import { OpenQuiz } from './open-quiz.js';
import { QuizQueries } from './quiz.queries.js';
import { QuizPages } from './quizzes.pages.js';
import { CountExposures } from './paper/count-exposures.js';
import { RedrawPaper } from './paper/redraw-paper.js';
import { ApplyRegrade } from './regrading/apply-regrade.js';
import { CommitRegrade } from './regrading/commit-regrade.js';
import { ContinueRegrade } from './regrading/continue-regrade.js';
import { FollowRegrades } from './regrading/follow-regrades.js';
import { ProposeRegrade } from './regrading/propose-regrade.js';
import { ReadRegrade } from './regrading/read-regrade.js';
import { RegradingApi } from './regrading/regrading.api.js';
import { RegradingPages } from './regrading/regrading.pages.js';
import { ReviewAttempt } from './review/review-attempt.js';
import { SavePaper } from './save-paper.js';

@Module({
  imports: [CoursesModule, EnrollmentModule, MailModule, QuestionsModule],
  controllers: [
    QuizzesApi,
    AttemptsApi,
    FilesApi,
    RunningApi,
    EventsApi,
    AccommodationsApi,
    AccommodationPages,
    ProctoringPages,
    ProctoringApi,
    QuizPages,
    AttemptPages,
    BlueprintPages,
    BlueprintApi,
    AnalysisPages,
    AnalysisApi,
    CutScorePages,
    RatingsPages,
    CutScoresApi,
    ExaminingPages,
    ExaminingApi,
    RegradingPages,
    RegradingApi,
  ],
  providers: [
    QuizQueries,
    AttemptQueries,
    ImportQuizzes,
    StartAttempt,
    SaveResponse,
    SubmitAttempt,
    FinishAttempt,
    EventQueries,
    VerifyAttempts,
    RedrawPaper,
    CountExposures,
    BlueprintQueries,
    ChangeBlueprint,
    AttemptClock,
    TakeBreak,
    FlagQuestion,
    CheckAnswer,
    GrantAccommodation,
    EndAccommodation,
    AccommodationQueries,
    ProctorAttempt,
    AttemptDeskQueries,
    VoidAttempt,
    WithdrawPass,
    ConcludeAttempt,
    ExpireAttempts,
    FollowAttempt,
    TakeLease,
    ReviewAttempt,
    OpenQuiz,
    UploadFile,
    FileQueries,
    SavePaper,
    ActOnPaper,
    AnalysisQueries,
    AskAnalysis,
    ComputeAnalysis,
    StudyQueries,
    OpenStudy,
    NameJudge,
    OpenRound,
    CloseRound,
    RateItems,
    CloseStudy,
    AdoptStudy,
    GradingQueries,
    ClaimAnswer,
    GradeAnswer,
    SetSecondMarking,
    TellResult,
    ApplyRegrade,
    ProposeRegrade,
    ReadRegrade,
    CommitRegrade,
    ContinueRegrade,
    FollowRegrades,
  ],
  exports: [ImportQuizzes, VerifyAttempts],
})
export class QuizzesModule {}
