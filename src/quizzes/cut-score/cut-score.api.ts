import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import {
  judgeSchema,
  newStudySchema,
  ratingsSchema,
  sheetAnswerSchema,
  sheetJson,
  studyDetailJson,
  studyDetailSchema,
  studyJson,
  studySchema,
} from './cut-score.schemas.js';
import { AdoptStudy } from './panel/adopt-study.js';
import { CloseRound } from './panel/close-round.js';
import { CloseStudy } from './panel/close-study.js';
import { NameJudge } from './panel/name-judge.js';
import { OpenRound } from './panel/open-round.js';
import { OpenStudy } from './panel/open-study.js';
import { RateItems } from './panel/rate-items.js';
import { readSheet, readStudy } from './read-study.js';
import { StudyQueries } from './study.queries.js';

const denied = ['401 unauthenticated', '403 forbidden', '404 not_found'] as const;
const ratedSchema = z.object({ rated: z.int().describe('Items you have rated in this round') });

@ApiController('examiners/cut-scores', 'examiners')
@Allow('examiner', 'admin')
export class CutScoresApi {
  constructor(
    private readonly queries: StudyQueries,
    private readonly openStudy: OpenStudy,
    private readonly nameJudge: NameJudge,
    private readonly openRound: OpenRound,
    private readonly closeRound: CloseRound,
    private readonly closeStudy: CloseStudy,
    private readonly adoptStudy: AdoptStudy,
    private readonly rateItems: RateItems,
  ) {}

  @Get()
  @Allow('author', 'examiner', 'admin')
  @Answers(200, z.object({ items: z.array(studySchema) }))
  @Refuses('401 unauthenticated', '403 forbidden')
  async list() {
    return { items: (await this.queries.all()).map(studyJson) };
  }

  @Post()
  @Answers(201, z.object({ id: z.uuid() }), 'A study of all items that the quiz may draw today')
  @Refuses('400 malformed', ...denied, '409 study_open', '409 nothing_to_rate')
  async open(
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: newStudySchema }) body: z.infer<typeof newStudySchema>,
  ) {
    return { id: await this.openStudy.execute({ ...body, personId }) };
  }

  @Get(':study')
  @Answers(200, studyDetailSchema)
  @Refuses(...denied)
  async show(@Param('study') id: string) {
    return studyDetailJson(await readStudy(this.queries, id));
  }

  @Post(':study/judges')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '422 cannot_judge', ...denied, '409 study_closed')
  async judge(
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Body({ schema: judgeSchema }) { person }: z.infer<typeof judgeSchema>,
  ): Promise<void> {
    await this.nameJudge.execute(id, person, personId);
  }

  @Post(':study/rounds')
  @Answers(201, z.object({ round: z.int() }))
  @Refuses(...denied, '409 study_closed', '409 round_open', '409 too_few_judges')
  async round(@CurrentViewer() { personId }: Viewer, @Param('study') id: string) {
    return { round: await this.openRound.execute(id, personId) };
  }

  @Post(':study/rounds/closing')
  @HttpCode(204)
  @Answers(204)
  @Refuses(...denied, '409 no_round_open')
  async endRound(@CurrentViewer() { personId }: Viewer, @Param('study') id: string): Promise<void> {
    await this.closeRound.execute(id, personId);
  }

  @Post(':study/closing')
  @HttpCode(204)
  @Answers(204, undefined, 'What the latest round says is put forward as the cut')
  @Refuses(...denied, '409 study_closed', '409 ratings_missing')
  async close(@CurrentViewer() { personId }: Viewer, @Param('study') id: string): Promise<void> {
    await this.closeStudy.execute(id, personId);
  }

  @Post(':study/adoption')
  @HttpCode(204)
  @Answers(204, undefined, 'Papers drawn from now on pass at this cut')
  @Refuses(...denied, '409 study_not_closed', '409 second_person_needed')
  async adopt(@CurrentViewer() { personId }: Viewer, @Param('study') id: string): Promise<void> {
    await this.adoptStudy.execute(id, personId);
  }

  @Get(':study/ratings')
  @Allow('author', 'examiner', 'admin')
  @Answers(200, sheetAnswerSchema, 'Your own sheet, as a judge')
  @Refuses(...denied, '403 not_a_judge')
  async sheet(@CurrentViewer() { personId }: Viewer, @Param('study') id: string) {
    return sheetJson(await readSheet(this.queries, id, personId));
  }

  @Put(':study/ratings')
  @Allow('author', 'examiner', 'admin')
  @Answers(200, ratedSchema, 'Saved; the latest word on an item counts')
  @Refuses('400 malformed', '422 no_such_item', ...denied, '403 not_a_judge', '409 no_round_open')
  async rate(
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Body({ schema: ratingsSchema }) { ratings }: z.infer<typeof ratingsSchema>,
  ) {
    return { rated: await this.rateItems.execute(id, personId, ratings) };
  }
}
