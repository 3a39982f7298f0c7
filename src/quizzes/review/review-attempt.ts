import { Injectable } from '@nestjs/common';
import { AttemptQueries, type AttemptWithPaper } from '../attempts/attempt.queries.js';
import { FollowAttempt } from '../attempts/follow-attempt.js';
import { attemptLive, noSuchQuestion } from '../quizzes.errors.js';
import { type Review, reviewChecked, type ReviewedQuestion, reviewOf } from './review.js';

export interface ReviewedAttempt {
  attempt: AttemptWithPaper;
  review: Review;
}

/** The result of a finished attempt, as far as its review policy goes. */
@Injectable()
export class ReviewAttempt {
  constructor(
    private readonly following: FollowAttempt,
    private readonly queries: AttemptQueries,
  ) {}

  /** @throws attempt_live before the end */
  async execute(personId: string, id: string): Promise<ReviewedAttempt> {
    const attempt = (await this.queries.graded(personId, id)) ?? (await this.afterItsEnd(personId, id));
    if (!attempt) throw attemptLive();
    return { attempt, review: reviewOf(attempt, attempt) };
  }

  /** One checked answer of a practice. @throws not_found when it was not checked */
  async checked(personId: string, id: string, questionId: string): Promise<ReviewedQuestion> {
    const attempt = await this.following.execute(personId, id);
    const one = (await this.allChecked(attempt))[questionId];
    if (!one) throw noSuchQuestion();
    return one;
  }

  /** Every checked answer of a practice, by question. */
  async allChecked(attempt: AttemptWithPaper): Promise<Record<string, ReviewedQuestion>> {
    if (attempt.checked.length === 0) return {};
    const keys = await this.queries.keysOfChecked(attempt.id);
    return Object.fromEntries(
      attempt.paper.flatMap(({ id, versionId }) =>
        attempt.checked.includes(id) ? [[id, reviewChecked(attempt, id, keys[versionId]!)]] : [],
      ),
    );
  }

  /** An attempt whose time is over is finished by being looked at. */
  private async afterItsEnd(personId: string, id: string) {
    const { status } = await this.following.execute(personId, id);
    return status === 'live' ? undefined : this.queries.graded(personId, id);
  }
}
