import { Module } from '@nestjs/common';
import { BundlesModule } from '../bundles/index.js';
import { CoursesModule } from '../courses/index.js';
import { QuizzesModule } from '../quizzes/index.js';
import { ClaimPages, ClaimsApi } from './claims/claims.controllers.js';
import { RemindOfClaims } from './claims/remind-of-claims.js';
import { BeginDraft } from './drafts/begin-draft.js';
import { DiscardDraft } from './drafts/discard-draft.js';
import { DraftQueries } from './drafts/draft.queries.js';
import { DraftsApi } from './drafts/drafts.api.js';
import { DraftPages } from './drafts/drafts.pages.js';
import { CartridgeApi, CartridgePages } from './cartridge/cartridge.controllers.js';
import { ExportCartridge } from './cartridge/export-cartridge.js';
import { ExchangeApi } from './exchange/exchange.api.js';
import { ExchangePages } from './exchange/exchange.pages.js';
import { ImportFiles } from './exchange/import-files.js';
import { CheckDraft } from './files/check-draft.js';
import { FileQueries } from './files/file.queries.js';
import { FilesApi } from './files/files.api.js';
import { FilePages } from './files/files.pages.js';
import { SaveFile } from './files/save-file.js';
import { ChangeOutline } from './outline/change-outline.js';
import { OutlineApi } from './outline/outline.api.js';
import { OutlinePages } from './outline/outline.pages.js';
import { OutlineQueries } from './outline/outline.queries.js';
import { UndoOutline } from './outline/undo-outline.js';
import { AddPicture } from './pictures/add-picture.js';
import { PictureQueries } from './pictures/picture.queries.js';
import { DraftPicturesApi } from './pictures/pictures.api.js';
import { DraftPicturePages } from './pictures/pictures.pages.js';
import { EditionPages } from './review/editions.pages.js';
import { MakeMove } from './review/make-move.js';
import { MoveDraft } from './review/move-draft.js';
import { PublishDraft } from './review/publish-draft.js';
import { PublishDue } from './review/publish-due.js';
import { ReviewApi } from './review/review.api.js';
import { ReviewPages } from './review/review.pages.js';
import { ReviewQueries } from './review/review.queries.js';
import { SubmitDraft } from './review/submit-draft.js';
import { TakeIn } from './review/take-in.js';

@Module({
  imports: [CoursesModule, BundlesModule, QuizzesModule],
  controllers: [
    DraftPages,
    FilePages,
    DraftsApi,
    FilesApi,
    ReviewPages,
    EditionPages,
    ExchangePages,
    ExchangeApi,
    CartridgePages,
    CartridgeApi,
    OutlinePages,
    OutlineApi,
    DraftPicturePages,
    DraftPicturesApi,
    ClaimPages,
    ClaimsApi,
    ReviewApi,
  ],
  providers: [
    DraftQueries,
    BeginDraft,
    DiscardDraft,
    FileQueries,
    SaveFile,
    CheckDraft,
    ReviewQueries,
    SubmitDraft,
    MoveDraft,
    PublishDraft,
    PublishDue,
    TakeIn,
    MakeMove,
    ImportFiles,
    ExportCartridge,
    OutlineQueries,
    ChangeOutline,
    UndoOutline,
    PictureQueries,
    AddPicture,
    RemindOfClaims,
  ],
})
export class AuthoringModule {}
