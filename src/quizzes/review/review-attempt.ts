import { Injectable } from '@nestjs/common';
import { AttemptQueries, type AttemptWithPaper } from '../attempts/attempt.queries.js';
import { FollowAttempt } from '../attempts/follow-attempt.js';
import { attemptLive } from '../quizzes.errors.js';
import { type Review, reviewOf } from './review.js';

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

  /** An attempt whose time is over is finished by being looked at. */
  private async afterItsEnd(personId: string, id: string) {
    const { status } = await this.following.execute(personId, id);
    return status === 'live' ? undefined : this.queries.graded(personId, id);
  }
}
