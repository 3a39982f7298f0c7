import { Module } from '@nestjs/common';
import { ImportPools } from './bank/import-pools.js';
import { PutQuestions } from './bank/put-questions.js';
import { PicturePages } from './pictures/pictures.pages.js';
import { PutPictures } from './pictures/put-pictures.js';

@Module({
  controllers: [PicturePages],
  providers: [ImportPools, PutQuestions, PutPictures],
  exports: [ImportPools, PutQuestions, PutPictures],
})
export class QuestionsModule {}
