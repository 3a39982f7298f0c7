import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { EnrollmentQueries } from '../enrollment/index.js';
import { DomainError, newId } from '../shared/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, seeOther, type Viewer } from '../web/index.js';
import type { AttemptWithPaper } from './attempts/attempt.queries.js';
import { FollowAttempt } from './attempts/follow-attempt.js';
import { SubmitAttempt } from './attempts/submit-attempt.js';
import { candidateQuestions } from './paper/candidate-question.js';
import type { PaperForm } from './paper-form.js';
import { attemptAddress } from './quiz-address.js';
import { noSuchAttempt } from './quizzes.errors.js';
import { ReviewAttempt } from './review/review-attempt.js';
import { SavePaper } from './save-paper.js';
import { ConfirmView } from './views/confirm.js';
import { PlayerView } from './views/player.js';
import { ResultView } from './views/result.js';

const named = z.object({ course: z.string(), quiz: z.string(), id: z.string() });
type Named = z.infer<typeof named>;
const nothing = z.strictObject({}).optional();

/** One attempt, from its first question to its result. Every step works without script. */
@PageController('learn/:course/quiz/:quiz/attempts/:id')
@Allow('signed-in')
export class AttemptPages {
  constructor(
    private readonly follow: FollowAttempt,
    private readonly savePaper: SavePaper,
    private readonly submitting: SubmitAttempt,
    private readonly reviewing: ReviewAttempt,
    private readonly enrollments: EnrollmentQueries,
  ) {}

  @Get()
  async player(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const attempt = await this.named(personId, name);
    return attempt.status === 'live' ? PlayerView({ page, attempt }) : toResult(response, attempt);
  }

  /** "Save and go on" and "Review and submit" of the form. */
  @Post()
  @HttpCode(303)
  async save(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body() body: PaperForm | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const attempt = await this.named(personId, name);
    if (attempt.status !== 'live') return toResult(response, attempt);
    const unsaved = await this.savePaper.execute(personId, attempt, body ?? {}).catch(unlessOver);
    if (!unsaved) return toResult(response, attempt);
    if (Object.keys({ ...unsaved.invalid, ...unsaved.stale }).length > 0) {
      response.status(422);
      return PlayerView({ page, attempt: await this.named(personId, name), unsaved });
    }
    return seeOther(response, attemptAddress(attempt) + (body?.action === 'review' ? '/submission' : ''));
  }

  /** What is answered and what is not, before the paper is handed in. */
  @Get('submission')
  async confirm(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const attempt = await this.named(personId, name);
    if (attempt.status !== 'live') return toResult(response, attempt);
    return ConfirmView({ page, attempt, questions: candidateQuestions(attempt) });
  }

  @Post('submission')
  @HttpCode(303)
  async submit(
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body({ schema: nothing }) _: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const attempt = await this.named(personId, name);
    await this.submitting.execute(personId, attempt.id);
    return toResult(response, attempt);
  }

  @Get('result')
  async result(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const reviewed = await this.reviewing.execute(personId, name.id).catch(unlessLive);
    if (!reviewed) return seeOther(response, attemptAddress(await this.named(personId, name)));
    if (!isNamed(reviewed.attempt, name)) throw noSuchAttempt();
    const access = await this.enrollments.access(personId, name.course);
    return ResultView({ page, ...reviewed, access, startKey: newId() });
  }

  /** The attempt, if it is this person's and belongs to the quiz in the address. */
  private async named(personId: string, name: Named): Promise<AttemptWithPaper> {
    const attempt = await this.follow.execute(personId, name.id);
    if (!isNamed(attempt, name)) throw noSuchAttempt();
    return attempt;
  }
}

const isNamed = ({ quiz }: AttemptWithPaper, name: Named) => quiz.course === name.course && quiz.slug === name.quiz;

const toResult = (response: Response, attempt: AttemptWithPaper) =>
  seeOther(response, `${attemptAddress(attempt)}/result`);

const unless =
  (...codes: string[]) =>
  (error: unknown): undefined => {
    if (!(error instanceof DomainError) || !codes.includes(error.code)) throw error;
  };
const unlessOver = unless('deadline_passed', 'attempt_finished');
const unlessLive = unless('attempt_live');
