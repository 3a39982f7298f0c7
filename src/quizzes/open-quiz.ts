import { Injectable } from '@nestjs/common';
import { type Access, EnrollmentQueries } from '../enrollment/index.js';
import { isOverdue } from './attempts/attempt.js';
import { ExpireAttempts } from './attempts/expire-attempts.js';
import { isSlug } from './quiz-name.js';
import { type AttemptRow, type Quiz, QuizQueries } from './quiz.queries.js';

export interface OpenedQuiz {
  access: Access;
  quiz: Quiz;
  attempts: AttemptRow[];
}

/** A quiz with the attempts of one learner at it, as it stands before the next one. */
@Injectable()
export class OpenQuiz {
  constructor(
    private readonly quizzes: QuizQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly expiring: ExpireAttempts,
  ) {}

  /** `access` alone is missing when the learner may not (or no longer) study the course; undefined without such a quiz. */
  async execute(personId: string, course: string, slug: string): Promise<OpenedQuiz | 'no access' | undefined> {
    if (!isSlug(course)) return undefined;
    const access = await this.enrollments.access(personId, course);
    if (!access) return 'no access';
    const isThere = access.outline.some(({ items }) =>
      items.some((item) => item.slug === slug && item.kind === 'quiz'),
    );
    const quiz = isThere ? await this.quizzes.find(`${course}.${slug}`) : undefined;
    if (!quiz) return undefined;
    return { access, quiz, attempts: await this.attempts(personId, quiz.id) };
  }

  private async attempts(personId: string, quizId: string): Promise<AttemptRow[]> {
    const attempts = await this.quizzes.attemptsOf(personId, quizId);
    const overdue = attempts.find((attempt) => isOverdue(attempt, attempt.now));
    if (!overdue) return attempts;
    await this.expiring.one(overdue.id);
    return this.quizzes.attemptsOf(personId, quizId);
  }
}
