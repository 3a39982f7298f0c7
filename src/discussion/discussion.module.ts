import { Module } from '@nestjs/common';
import { BanWriter } from './moderating/ban-writer.js';
import { ModerateComment } from './moderating/moderate-comment.js';
import { ModerationApi, ModerationPages } from './moderating/moderation.controllers.js';
import { ModerationQueries } from './moderating/moderation.queries.js';
import { CommentsApi } from './reading/comments.api.js';
import { CommentPages } from './reading/comments.pages.js';
import { DiscussionPage } from './reading/discussion-page.js';
import { CommentActPages } from './writing/comment-acts.pages.js';
import { DeleteComment } from './writing/delete-comment.js';
import { EditComment } from './writing/edit-comment.js';
import { ReportComment } from './writing/report-comment.js';
import { TellAnswered } from './writing/tell-answered.js';
import { WriteComment } from './writing/write-comment.js';

@Module({
  controllers: [CommentPages, CommentActPages, CommentsApi, ModerationPages, ModerationApi],
  providers: [
    DiscussionPage,
    WriteComment,
    EditComment,
    DeleteComment,
    ReportComment,
    TellAnswered,
    ModerateComment,
    BanWriter,
    ModerationQueries,
  ],
})
export class DiscussionModule {}
