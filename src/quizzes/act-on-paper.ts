import { Injectable } from '@nestjs/common';
import { DomainError } from '../shared/index.js';
import type { AttemptWithPaper } from './attempts/attempt.queries.js';
import { CheckAnswer } from './attempts/check-answer.js';
import { FlagQuestion } from './attempts/flag-question.js';
import { TakeBreak } from './attempts/take-break.js';
import type { PaperForm } from './paper-form.js';
import { attemptAddress } from './quiz-address.js';
import { SavePaper, type Unsaved } from './save-paper.js';

/** A posted paper: its answers are saved, then its button does what it says. */
@Injectable()
export class ActOnPaper {
  constructor(
    private readonly saving: SavePaper,
    private readonly flags: FlagQuestion,
    private readonly breaks: TakeBreak,
    private readonly checking: CheckAnswer,
  ) {}

  /**
   * @returns where to go on, or what could not be saved
   * @throws deadline_passed, attempt_finished, attempt_paused, no_break_left
   */
  async execute(personId: string, attempt: AttemptWithPaper, form: PaperForm): Promise<string | Unsaved> {
    const unsaved = await this.saving.execute(personId, attempt, form);
    if (Object.keys({ ...unsaved.invalid, ...unsaved.stale }).length > 0) return unsaved;
    const [act = '', question = ''] = typeof form.action === 'string' ? form.action.split(':') : [];
    const address = attemptAddress(attempt);
    if (act === 'review') return `${address}/submission`;
    if (act === 'break') await this.breaks.begin(personId, attempt.id);
    if (act === 'flag' || act === 'unflag') await this.flags.execute(personId, attempt.id, question, act === 'flag');
    if (act === 'check') {
      const missing = await this.check(personId, attempt.id, question);
      if (missing) return { ...unsaved, invalid: { [question]: { sentence: missing, typed: null } } };
    }
    return question === '' ? address : `${address}#question-${question}`;
  }

  /** Without an answer there is nothing to check: says so at the question. */
  private async check(personId: string, attemptId: string, question: string): Promise<string | undefined> {
    return this.checking.execute(personId, attemptId, question).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'response_missing') return error.message;
        throw error;
      },
    );
  }
}
