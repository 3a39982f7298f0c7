import { Global, Injectable, Module } from '@nestjs/common';
import type { Runner } from '../../database/index.js';
import { ImpartialExaminers } from '../../quizzes/index.js';
import { Clock } from '../../shared/index.js';
import { Impartiality } from './impartiality.js';

@Injectable()
class ImpartialByPractice extends ImpartialExaminers {
  constructor(
    private readonly impartiality: Impartiality,
    private readonly clock: Clock,
  ) {
    super();
  }

  async whyNot(examinerId: string, learnerId: string, runner: Runner): Promise<string | null> {
    return this.impartiality.between(examinerId, learnerId, await this.clock.now(runner), runner);
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [Impartiality, { provide: ImpartialExaminers, useClass: ImpartialByPractice }],
  exports: [Impartiality, ImpartialExaminers],
})
export class ImpartialityModule {}
