import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  CurrentViewer,
  emptyIsUnset,
  filterAddress,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
  sendCsv,
  type Viewer,
} from '../../web/index.js';
import { whichAttempts } from './analysis.js';
import { AnalysisQueries } from './analysis.queries.js';
import { itemJson, itemSchema, quizJson, quizSchema } from './analysis.schemas.js';
import { AskAnalysis } from './computing/ask-analysis.js';
import { arranged, type ItemsQuery, itemsQuerySchema } from './item-columns.js';
import { itemsHead, itemsRows } from './items-csv.js';
import { questionAnalysis, quizAnalysis } from './read-quiz-analysis.js';
import { AnalysesView } from './views/analyses.js';
import { QuestionAnalysisView } from './views/question-analysis.js';
import { QuizAnalysisView } from './views/quiz-analysis.js';

const whichSchema = z.strictObject({
  which: emptyIsUnset(z.enum(whichAttempts)).transform((which) => which ?? 'first'),
});
type WhichQuery = z.output<typeof whichSchema>;

@PageController('examiners/analysis')
@Allow('author', 'examiner', 'admin')
export class AnalysisPages {
  constructor(
    private readonly queries: AnalysisQueries,
    private readonly asking: AskAnalysis,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(whichSchema, asked, response);
    return AnalysesView({ page, form, which: query.which, quizzes: await this.queries.quizzes(query.which) });
  }

  @Get(':quiz')
  async quiz(
    @Page() page: PageContext,
    @Param('quiz') quizId: string,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(itemsQuerySchema, asked, response);
    const { quiz, items } = await quizAnalysis(this.queries, quizId, query.which);
    return QuizAnalysisView({ page, form, query, quiz, items: arranged(items, query), all: items.length });
  }

  @Post(':quiz')
  async compute(
    @CurrentViewer() { personId }: Viewer,
    @Param('quiz') quizId: string,
    @Body({ schema: whichSchema }) { which }: WhichQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await quizAnalysis(this.queries, quizId, which);
    await this.asking.execute({ quizId, which, personId });
    return seeOther(response, filterAddress(`/examiners/analysis/${quizId}`, { which }));
  }

  @Get(':quiz/:question')
  async question(
    @Page() page: PageContext,
    @Param('quiz') quizId: string,
    @Param('question') questionId: string,
    @Query({ schema: whichSchema }) { which }: WhichQuery,
  ): Promise<JSX.Element> {
    return QuestionAnalysisView({ page, which, ...(await questionAnalysis(this.queries, quizId, questionId, which)) });
  }
}

const refusals = ['400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found'] as const;

@ApiController('examiners/analysis', 'examiners')
@Allow('author', 'examiner', 'admin')
export class AnalysisApi {
  constructor(
    private readonly queries: AnalysisQueries,
    private readonly asking: AskAnalysis,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(quizSchema) }))
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: whichSchema }) { which }: WhichQuery) {
    return { items: (await this.queries.quizzes(which)).map(quizJson) };
  }

  @Get(':quiz')
  @Answers(200, quizSchema.extend({ items: z.array(itemSchema) }), 'Figures are percent unless they say otherwise')
  @Refuses(...refusals)
  async quiz(@Param('quiz') quizId: string, @Query({ schema: itemsQuerySchema }) query: ItemsQuery) {
    const { quiz, items } = await quizAnalysis(this.queries, quizId, query.which);
    return { ...quizJson(quiz), items: arranged(items, query).map(itemJson) };
  }

  @Get(':quiz/items.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async csv(
    @Param('quiz') quizId: string,
    @Query({ schema: itemsQuerySchema }) query: ItemsQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { items } = await quizAnalysis(this.queries, quizId, query.which);
    const rows = arranged(items, query).map((item) => ({ ...item, id: item.name }));
    const read = (limit: number, after: string | null) => {
      const from = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
      return Promise.resolve(rows.slice(from, from + limit));
    };
    await sendCsv(response, { name: 'items.csv', head: itemsHead(), read, write: itemsRows });
  }

  @Post(':quiz')
  @HttpCode(202)
  @Answers(202, z.object({ status: z.literal('asked') }), 'It is computed soon; ask again until `status` is computed')
  @Refuses(...refusals)
  async compute(
    @CurrentViewer() { personId }: Viewer,
    @Param('quiz') quizId: string,
    @Query({ schema: whichSchema }) { which }: WhichQuery,
  ) {
    await quizAnalysis(this.queries, quizId, which);
    await this.asking.execute({ quizId, which, personId });
    return { status: 'asked' as const };
  }

  @Get(':quiz/:question')
  @Answers(200, z.object({ items: z.array(itemSchema) }), 'One item, or the questions of a case')
  @Refuses(...refusals)
  async question(
    @Param('quiz') quizId: string,
    @Param('question') questionId: string,
    @Query({ schema: whichSchema }) { which }: WhichQuery,
  ) {
    const { items } = await questionAnalysis(this.queries, quizId, questionId, which);
    return { items: items.map(itemJson) };
  }
}
