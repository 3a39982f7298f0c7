import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { BeginDraft } from './drafts/begin-draft.js';
import { DiscardDraft } from './drafts/discard-draft.js';
import { DraftQueries } from './drafts/draft.queries.js';
import { DraftsApi } from './drafts/drafts.api.js';
import { DraftPages } from './drafts/drafts.pages.js';
import { CheckDraft } from './files/check-draft.js';
import { FileQueries } from './files/file.queries.js';
import { FilesApi } from './files/files.api.js';
import { FilePages } from './files/files.pages.js';
import { SaveFile } from './files/save-file.js';

@Module({
  imports: [CoursesModule],
  controllers: [DraftPages, FilePages, DraftsApi, FilesApi],
  providers: [DraftQueries, BeginDraft, DiscardDraft, FileQueries, SaveFile, CheckDraft],
})
export class AuthoringModule {}
