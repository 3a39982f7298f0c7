import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { DomainError, newId } from '../shared/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, seeOther, type Viewer } from '../web/index.js';
import { ActOnPaper } from './act-on-paper.js';
import type { AttemptWithPaper } from './attempts/attempt.queries.js';
import { FollowAttempt } from './attempts/follow-attempt.js';
import { SubmitAttempt } from './attempts/submit-attempt.js';
import { TakeBreak } from './attempts/take-break.js';
import { isPaused } from './attempts/time-left.js';
import { candidateQuestions } from './paper/candidate-question.js';
import { OpenQuiz } from './open-quiz.js';
import type { PaperForm } from './paper-form.js';
import { attemptAddress } from './quiz-address.js';
import { noSuchAttempt } from './quizzes.errors.js';
import { ReviewAttempt } from './review/review-attempt.js';
import type { Unsaved } from './save-paper.js';
import { ConfirmView } from './views/confirm.js';
import { PausedView } from './views/paused.js';
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
    private readonly acting: ActOnPaper,
    private readonly breaks: TakeBreak,
    private readonly submitting: SubmitAttempt,
    private readonly reviewing: ReviewAttempt,
    private readonly opening: OpenQuiz,
  ) {}

  @Get()
  async player(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const attempt = await this.named(personId, name);
    return attempt.status === 'live' ? this.paper(page, attempt) : toResult(response, attempt);
  }

  /** Every button of the paper: all of them save it first. */
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
    // A form that comes after the time is over is kept as late, as the API keeps it.
    if (attempt.status !== 'live' && attempt.status !== 'expired') return toResult(response, attempt);
    const done = await this.acting.execute(personId, attempt, body ?? {}).catch(unlessStopped);
    if (typeof done === 'string' && attempt.status === 'live') return seeOther(response, done);
    const now = await this.named(personId, name);
    if (done === undefined || typeof done === 'string' || now.status !== 'live') return this.asItStands(response, now);
    response.status(422);
    return this.paper(page, now, done);
  }

  /** Ends one's own break. */
  @Post('resumption')
  @HttpCode(303)
  async resume(
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body({ schema: nothing }) _: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const attempt = await this.named(personId, name);
    await this.breaks.end(personId, attempt.id);
    return seeOther(response, attemptAddress(attempt));
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
    if (attempt.status !== 'live' || isPaused(attempt, attempt.now)) return this.asItStands(response, attempt);
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
    const isIn = await this.submitting.execute(personId, attempt.id).then(() => true, unlessStopped);
    return isIn ? toResult(response, attempt) : seeOther(response, attemptAddress(attempt));
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
    const opened = await this.opening.execute(personId, name.course, name.quiz);
    return ResultView({ page, ...reviewed, opened: opened === 'no access' ? undefined : opened, startKey: newId() });
  }

  private asItStands(response: Response, attempt: AttemptWithPaper): string {
    return attempt.status === 'live' ? seeOther(response, attemptAddress(attempt)) : toResult(response, attempt);
  }

  /** The questions; none of them while the clock stands still. */
  private async paper(page: PageContext, attempt: AttemptWithPaper, unsaved?: Unsaved): Promise<JSX.Element> {
    if (isPaused(attempt, attempt.now)) return PausedView({ page, attempt });
    const checked = await this.reviewing.allChecked(attempt);
    return PlayerView({ page, attempt, checked, ...(unsaved && { unsaved }) });
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
/** Then the address of the attempt says how it stands. */
const unlessStopped = unless('deadline_passed', 'attempt_finished', 'attempt_paused', 'no_break_left');
const unlessLive = unless('attempt_live');
