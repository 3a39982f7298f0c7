import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
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
import { AddEnemy } from './add-enemy.js';
import { ApproveVersion } from './approve-version.js';
import { questionAddress } from './bank-address.js';
import { noSuchBankQuestion } from './bank.errors.js';
import { approvalBody, enemyBody, reasonBody, removalBody, versionQuery } from './bank.schemas.js';
import { previewOf } from './preview.js';
import { type QuestionOfBank, QuestionQueries } from './question.queries.js';
import { ReinstateQuestion } from './reinstate-question.js';
import { RemoveEnemy } from './remove-enemy.js';
import { RetireQuestion } from './retire-question.js';
import { BankQuestionView } from './views/question.js';

const named = z.object({ pool: z.string(), slug: z.string() });
type Named = z.infer<typeof named>;
type VersionQuery = z.infer<typeof versionQuery>;

/** One question: looked at, tried, approved, retired. */
@PageController('bank/:pool/questions/:slug')
@Allow('author', 'examiner', 'admin')
export class BankQuestionPages {
  constructor(
    private readonly questions: QuestionQueries,
    private readonly approving: ApproveVersion,
    private readonly retiring: RetireQuestion,
    private readonly reinstating: ReinstateQuestion,
    private readonly addEnemy: AddEnemy,
    private readonly removeEnemy: RemoveEnemy,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @Param({ schema: named }) name: Named,
    @Query({ schema: versionQuery }) { version }: VersionQuery,
  ): Promise<JSX.Element> {
    return this.view(page, name, emptyForm(), version);
  }

  /** Marks an answer on the spot; nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @Page() page: PageContext,
    @Param({ schema: named }) name: Named,
    @Query({ schema: versionQuery }) { version }: VersionQuery,
    @Body() typed: Record<string, unknown> | undefined,
  ): Promise<JSX.Element> {
    return this.view(page, name, emptyForm(), version, typed ?? {});
  }

  @Post('approval')
  approve(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, name, response, approvalBody, body, ({ version }) =>
      this.approving.execute(name.pool, name.slug, version, personId),
    );
  }

  @Post('retirement')
  retire(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, name, response, reasonBody, body, ({ reason }) =>
      this.retiring.execute(name.pool, name.slug, reason, personId),
    );
  }

  @Post('reinstatement')
  reinstate(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, name, response, reasonBody, body, ({ reason }) =>
      this.reinstating.execute(name.pool, name.slug, reason, personId),
    );
  }

  @Post('enemies')
  enemy(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, name, response, enemyBody, body, (enemy) =>
      this.addEnemy.execute(name.pool, name.slug, enemy, personId),
    );
  }

  @Post('enemies/removal')
  friend(
    @Page() page: PageContext,
    @Param({ schema: named }) name: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.act(page, name, response, removalBody, body, ({ enemy }) =>
      this.removeEnemy.execute(name.pool, name.slug, enemy),
    );
  }

  private act<S extends z.ZodType>(
    page: PageContext,
    name: Named,
    response: Response,
    schema: S,
    body: unknown,
    run: (input: z.output<S>) => Promise<void>,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema, body },
      act: async (input) => {
        await run(input);
        return questionAddress(name.pool, name.slug);
      },
      view: (form) => this.view(page, name, form),
    });
  }

  private async view(
    page: PageContext,
    { pool, slug }: Named,
    form: FormState,
    number?: number,
    typed?: Record<string, unknown>,
  ): Promise<JSX.Element> {
    const question = await this.questions.find(pool, slug);
    const version = question && versionOf(question, number);
    if (!version) throw noSuchBankQuestion();
    const previewed = previewOf(version, question.pool.language, typed);
    return BankQuestionView({ page, question, version, previewed, form });
  }
}

/** The version that is asked for; else the latest. */
const versionOf = ({ versions }: QuestionOfBank, number: number | undefined) =>
  number === undefined ? versions[0] : versions.find((each) => each.number === number);
