import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '../shared/index.js';
import type { AttemptWithPaper } from './attempts/attempt.queries.js';
import { SaveResponse } from './attempts/save-response.js';
import { type CandidateQuestion, candidateQuestions } from './paper/candidate-question.js';
import { type PaperForm, responseIn, revIn } from './paper-form.js';

/** What did not get saved, by question. */
export interface Unsaved {
  /** Why the answer could not be read, and what was typed. */
  invalid: Record<string, { sentence: string; typed: unknown }>;
  /** What was chosen here while a newer answer was saved elsewhere. */
  stale: Record<string, unknown>;
}

/** Saves every answer of a posted paper that differs from the stored one; one that fails holds no other back. */
@Injectable()
export class SavePaper {
  constructor(private readonly saving: SaveResponse) {}

  /** What came too late is kept as late, all of it. @throws deadline_passed, attempt_finished */
  async execute(personId: string, attempt: AttemptWithPaper, form: PaperForm): Promise<Unsaved> {
    const unsaved: Unsaved = { invalid: {}, stale: {} };
    let late: DomainError | undefined;
    for (const question of candidateQuestions(attempt)) {
      // A checked answer stands in the form no more.
      if (attempt.checked.includes(question.id)) continue;
      const response = responseIn(form, question);
      if (isDeepStrictEqual(response, question.response)) continue;
      const save = { personId, attemptId: attempt.id, questionId: question.id, rev: revIn(form, question), response };
      await this.saving.execute(save).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'deadline_passed') late = error;
        else note(unsaved, question, response, error);
      });
    }
    if (late) throw late;
    return unsaved;
  }
}

function note(unsaved: Unsaved, { id }: CandidateQuestion, response: unknown, error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === 'response_invalid') unsaved.invalid[id] = { sentence: error.message, typed: response };
  else if (error.code !== 'response_changed') throw error;
  else if (!isDeepStrictEqual(error.data?.response, response)) unsaved.stale[id] = response;
}
