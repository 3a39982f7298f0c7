import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { OutlineItem } from '../courses/index.js';
import { type Access, EnrollmentQueries, type Rule, ruleOf } from '../enrollment/index.js';
import { accommodationOf, type AppliedAccommodation } from './accommodations/accommodation.queries.js';
import { isOverdue } from './attempts/attempt.js';
import { ExpireAttempts } from './attempts/expire-attempts.js';
import { adoptedPercent } from './cut-score/adopted-ratings.js';
import { isSlug } from './quiz-name.js';
import { QuizQueries, type QuizWithAttempts } from './quiz.queries.js';

export interface OpenedQuiz extends QuizWithAttempts {
  access: Access;
  item: OutlineItem;
  /** Whether it is open to be begun. */
  rule: Rule;
  accommodation: AppliedAccommodation;
  /** Percent by the panel that set the cut, over all its items; null where the quiz's own percentage passes. */
  panelPercent: number | null;
}

/** A quiz with the attempts of one learner at it, as it stands before the next one. */
@Injectable()
export class OpenQuiz {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly expiring: ExpireAttempts,
  ) {}

  /** 'no access' when the learner may not, or no longer, study the course; undefined without such a quiz in it. */
  async execute(personId: string, course: string, slug: string): Promise<OpenedQuiz | 'no access' | undefined> {
    if (!isSlug(course)) return undefined;
    const access = await this.enrollments.access(personId, course);
    if (!access) return 'no access';
    const item = access.outline
      .flatMap(({ items }) => items)
      .find((each) => each.slug === slug && each.kind === 'quiz');
    const found = item && (await this.quizzes.withAttempts(personId, access.courseId, slug));
    if (!found) return undefined;
    const accommodation = await accommodationOf(this.db, personId, found.quiz.id);
    const panelPercent = await adoptedPercent(this.db, found.quiz.id);
    // What was begun may be gone on with.
    const rule: Rule = found.attempts.length > 0 ? { isOpen: true } : ruleOf(item, access);
    return { access, item, rule, accommodation, panelPercent, ...(await this.upToDate(personId, found)) };
  }

  /** An attempt whose time is over is finished by being looked at. */
  private async upToDate(personId: string, found: QuizWithAttempts): Promise<QuizWithAttempts> {
    const overdue = found.attempts.find((attempt) => isOverdue(attempt, attempt.now));
    if (!overdue) return found;
    await this.expiring.one(overdue.id);
    return (await this.quizzes.withAttempts(personId, found.quiz.courseId, found.quiz.slug))!;
  }
}
