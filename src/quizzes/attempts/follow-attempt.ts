import { Injectable } from '@nestjs/common';
import { noSuchAttempt } from '../quizzes.errors.js';
import { isOverdue } from './attempt.js';
import { AttemptQueries, type AttemptWithPaper } from './attempt.queries.js';
import { ExpireAttempts } from './expire-attempts.js';

/** Shows a learner their attempt as it stands; one whose time is over is finished by being looked at. */
@Injectable()
export class FollowAttempt {
  constructor(
    private readonly queries: AttemptQueries,
    private readonly expiring: ExpireAttempts,
  ) {}

  /** @throws not_found also for somebody else's */
  async execute(personId: string, id: string): Promise<AttemptWithPaper> {
    const attempt = await this.queries.withPaper(personId, id);
    if (!attempt) throw noSuchAttempt();
    if (!isOverdue(attempt, attempt.now)) return attempt;
    await this.expiring.one(id);
    return (await this.queries.withPaper(personId, id))!;
  }
}
