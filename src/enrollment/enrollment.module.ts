import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { AccessDatesQueries } from './access/access-dates.queries.js';
import { CompleteItem } from './complete-item.js';
import { CompleteLesson } from './complete-lesson.js';
import { EndAccess } from './access/end-access.js';
import { EnrollmentQueries } from './enrollment.queries.js';
import { EvaluationApi, EvaluationPages } from './evaluation/evaluation.controllers.js';
import { EvaluationQueries } from './evaluation/evaluation.queries.js';
import { GiveCourseEvaluation } from './evaluation/give-course-evaluation.js';
import { EvaluationReportApi, EvaluationReportPages } from './evaluation/reports.controllers.js';
import { GrantAccess } from './access/grant-access.js';
import { LearningApi } from './learning.api.js';
import { LearningPages } from './learning.pages.js';
import { LessonPage } from './lesson-page.js';
import { ChangeNote } from './notes/change-note.js';
import { DeleteNote } from './notes/delete-note.js';
import { NoteQueries } from './notes/note.queries.js';
import { NotesApi } from './notes/notes.api.js';
import { NotesPages } from './notes/notes.pages.js';
import { WriteNote } from './notes/write-note.js';
import { PlaceApi } from './place/place.api.js';
import { PlaceQueries } from './place/place.queries.js';
import { SavePlace } from './place/save-place.js';
import { DueReminders } from './reminders/due-reminders.queries.js';
import { RemindLearners } from './reminders/remind-learners.js';
import { Reminders } from './reminders/reminders.js';
import { ReopenAccess } from './access/reopen-access.js';
import { RestoreAccess } from './access/restore-access.js';
import { StudyBySourceQueries } from './study-by-source.queries.js';
import { StudyLesson } from './study-lesson.js';
import { SuspendAccess } from './access/suspend-access.js';
import { WithdrawCompletion } from './withdraw-completion.js';

@Module({
  imports: [CoursesModule],
  // Notes and evaluation of a course stand where a lesson of that name would.
  controllers: [
    EvaluationPages,
    EvaluationApi,
    EvaluationReportPages,
    EvaluationReportApi,
    NotesPages,
    LearningPages,
    NotesApi,
    LearningApi,
    PlaceApi,
  ],
  providers: [
    EnrollmentQueries,
    StudyBySourceQueries,
    AccessDatesQueries,
    GrantAccess,
    EndAccess,
    ReopenAccess,
    SuspendAccess,
    RestoreAccess,
    CompleteItem,
    GiveCourseEvaluation,
    EvaluationQueries,
    WithdrawCompletion,
    CompleteLesson,
    StudyLesson,
    PlaceQueries,
    SavePlace,
    NoteQueries,
    LessonPage,
    WriteNote,
    ChangeNote,
    DeleteNote,
    Reminders,
    DueReminders,
    RemindLearners,
  ],
  exports: [
    EnrollmentQueries,
    StudyBySourceQueries,
    AccessDatesQueries,
    GrantAccess,
    EndAccess,
    ReopenAccess,
    SuspendAccess,
    RestoreAccess,
    CompleteItem,
    WithdrawCompletion,
  ],
})
export class EnrollmentModule {}
