import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../../database/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { QuizQueries } from '../quiz.queries.js';
import { judgeSchema, newStudySchema } from './cut-score.schemas.js';
import { AdoptStudy } from './panel/adopt-study.js';
import { CloseRound } from './panel/close-round.js';
import { CloseStudy } from './panel/close-study.js';
import { NameJudge } from './panel/name-judge.js';
import { OpenRound } from './panel/open-round.js';
import { OpenStudy } from './panel/open-study.js';
import { readStudy } from './read-study.js';
import { StudyQueries } from './study.queries.js';
import { unratedOf } from './unrated.js';
import { StudiesView } from './views/studies.js';
import { StudyView } from './views/study.js';

const nothing = z.object({});
const root = '/examiners/cut-scores';

@PageController('examiners/cut-scores')
@Allow('examiner', 'admin')
export class CutScorePages {
  constructor(
    private readonly db: Database,
    private readonly queries: StudyQueries,
    private readonly quizzes: QuizQueries,
    private readonly openStudy: OpenStudy,
    private readonly nameJudge: NameJudge,
    private readonly openRound: OpenRound,
    private readonly closeRound: CloseRound,
    private readonly closeStudy: CloseStudy,
    private readonly adoptStudy: AdoptStudy,
  ) {}

  @Get()
  @Allow('author', 'examiner', 'admin')
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.studies(page, emptyForm({ showsFacility: 'yes' }));
  }

  @Post()
  open(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, body, schema: newStudySchema },
      act: async (study) => `${root}/${await this.openStudy.execute({ ...study, personId })}`,
      view: (form) => this.studies(page, form),
    });
  }

  @Get(':study')
  show(@Page() page: PageContext, @Param('study') id: string): Promise<JSX.Element> {
    return this.study(page, id, emptyForm());
  }

  @Post(':study/judges')
  judge(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, body, schema: judgeSchema },
      act: async ({ person }) => {
        await this.nameJudge.execute(id, person, personId);
        return `${root}/${id}#judges`;
      },
      view: (form) => this.study(page, id, form),
    });
  }

  @Post(':study/rounds')
  round(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, id, response, () => this.openRound.execute(id, personId));
  }

  @Post(':study/rounds/closing')
  endRound(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, id, response, () => this.closeRound.execute(id, personId));
  }

  @Post(':study/closing')
  close(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, id, response, () => this.closeStudy.execute(id, personId));
  }

  @Post(':study/adoption')
  adopt(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, id, response, () => this.adoptStudy.execute(id, personId));
  }

  /** A button: back to the study, or the study with the reason. */
  private act(page: PageContext, id: string, response: Response, verb: () => Promise<unknown>): Promise<JSX.Element> {
    return submit({
      ...{ response, body: {}, schema: nothing },
      act: async () => {
        await verb();
        return `${root}/${id}`;
      },
      view: (form) => this.study(page, id, form),
    });
  }

  private async studies(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [studies, quizzes] = await Promise.all([this.queries.all(), this.queries.quizzes()]);
    return StudiesView({ page, form, studies, quizzes });
  }

  private async study(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const detail = await readStudy(this.queries, id);
    const quiz = await this.quizzes.find(detail.study.quizId);
    const unrated = await unratedOf(this.db, quiz!, detail);
    return StudyView({ page, form, ...detail, unrated, candidates: await this.queries.candidates(id) });
  }
}
