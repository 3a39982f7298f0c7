import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { PutPictures, type PictureFile } from '../pictures/put-pictures.js';
import { type PoolOfQuestions, PutQuestions } from './put-questions.js';

/** Brings the shared pools to what the content folder says. */
@Injectable()
export class ImportPools {
  constructor(
    private readonly db: Database,
    private readonly questions: PutQuestions,
    private readonly pictures: PutPictures,
  ) {}

  execute(pools: PoolOfQuestions[], pictures: PictureFile[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.lock('questions.import');
      await this.pictures.put(tx, pictures);
      for (const pool of pools) await this.questions.put(tx, pool);
    });
  }
}
