import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { CompleteItem } from './complete-item.js';
import { CompleteLesson } from './complete-lesson.js';
import { EndAccess } from './end-access.js';
import { EnrollmentQueries } from './enrollment.queries.js';
import { GrantAccess } from './grant-access.js';
import { LearningApi } from './learning.api.js';
import { LearningPages } from './learning.pages.js';
import { StudyLesson } from './study-lesson.js';

@Module({
  imports: [CoursesModule],
  controllers: [LearningPages, LearningApi],
  providers: [EnrollmentQueries, GrantAccess, EndAccess, CompleteItem, CompleteLesson, StudyLesson],
  exports: [EnrollmentQueries, GrantAccess, EndAccess, CompleteItem],
})
export class EnrollmentModule {}
