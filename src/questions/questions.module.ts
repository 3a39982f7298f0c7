import { Module } from '@nestjs/common';
import { AddEnemy } from './bank/add-enemy.js';
import { ApproveVersion } from './bank/approve-version.js';
import { BankApi } from './bank/bank.api.js';
import { BankPages } from './bank/bank.pages.js';
import { BankQueries } from './bank/bank.queries.js';
import { CreatePool } from './bank/create-pool.js';
import { EditorPages } from './bank/editor.pages.js';
import { ImportPools } from './bank/import-pools.js';
import { PutQuestions } from './bank/put-questions.js';
import { BankQuestionPages } from './bank/question.pages.js';
import { QuestionQueries } from './bank/question.queries.js';
import { ReinstateQuestion } from './bank/reinstate-question.js';
import { RemoveEnemy } from './bank/remove-enemy.js';
import { RetireQuestion } from './bank/retire-question.js';
import { SaveDraft } from './bank/save-draft.js';
import { ReadTypedQuestion } from './bank/typed-question.js';
import { FormatsModule } from './formats/formats.module.js';
import { AddPicture } from './pictures/add-picture.js';
import { PictureQueries } from './pictures/picture.queries.js';
import { PicturesApi } from './pictures/pictures.api.js';
import { PicturePages } from './pictures/pictures.pages.js';
import { PutPictures } from './pictures/put-pictures.js';

@Module({
  imports: [FormatsModule],
  controllers: [PicturePages, BankPages, EditorPages, BankQuestionPages, BankApi, PicturesApi],
  providers: [
    ImportPools,
    PutQuestions,
    PutPictures,
    AddPicture,
    PictureQueries,
    ReadTypedQuestion,
    BankQueries,
    QuestionQueries,
    CreatePool,
    SaveDraft,
    ApproveVersion,
    RetireQuestion,
    ReinstateQuestion,
    AddEnemy,
    RemoveEnemy,
  ],
  exports: [ImportPools, PutQuestions, PutPictures],
})
export class QuestionsModule {}
