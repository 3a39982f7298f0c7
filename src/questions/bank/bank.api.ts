import { Body, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { type AuthoredQuestion, authoredQuestion } from '../authored.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  malformed,
  Refuses,
  sendCsv,
  type Viewer,
} from '../../web/index.js';
import { AddEnemy } from './add-enemy.js';
import { ApproveVersion } from './approve-version.js';
import { noSuchBankQuestion, noSuchPool } from './bank.errors.js';
import { bankFilter } from './bank-filter.js';
import { BankQueries } from './bank.queries.js';
import { approvalBody, enemyBody, reasonBody } from './bank.schemas.js';
import { CreatePool, newPool, type NewPool } from './create-pool.js';
import { QuestionQueries } from './question.queries.js';
import { questionsHead, questionsRows } from './questions-csv.js';
import { ReinstateQuestion } from './reinstate-question.js';
import { RemoveEnemy } from './remove-enemy.js';
import { RetireQuestion } from './retire-question.js';
import { SaveDraft } from './save-draft.js';

const count = z.int().min(0);
const poolAnswer = z.object({
  ...{ slug: z.string(), title: z.string(), language: z.string(), fromContent: z.boolean() },
  ...{ questions: count, inUse: count, waiting: count, retired: count },
});
const listed = z.object({
  ...{ slug: z.string(), type: z.string(), text: z.string(), topic: z.string(), difficulty: z.string() },
  ...{ cognitive: z.string(), critical: z.boolean(), marks: z.int(), version: z.int(), state: z.string() },
  ...{ validFrom: z.string().nullable(), validUntil: z.string().nullable(), waiting: z.boolean() },
  drawn: count.describe('Papers of the last 90 days that held it'),
  share: z.number().nullable().describe("The highest share of a quiz's papers, in percent"),
  worn: z.boolean().describe('Above the cap of a quiz'),
});
const listAnswer = z.object({ items: z.array(listed), total: count });
const questionAnswer = z.object({
  slug: z.string(),
  retired: z.boolean(),
  versions: z.array(
    z.object({
      version: z.int(),
      author: z.string().nullable(),
      approved: z.boolean(),
      question: z.unknown().describe('As authors write it, with its key'),
    }),
  ),
  enemies: z.array(z.object({ slug: z.string(), why: z.string().nullable() })),
  uses: z
    .array(z.object({ quiz: z.string(), title: z.string(), drawn: count, papers: count, cap: z.int().nullable() }))
    .describe('By quiz, in the last 90 days'),
});
const written = z.unknown().describe('A question as authors write it, see `question` of a version');
const draftBody = z.strictObject({ base: z.int().min(1).describe('The version it was made from'), question: written });
const newBody = z.strictObject({ question: written });

/** What authors may do on pages, for programs. */
@ApiController('bank/pools', 'bank')
@Allow('author', 'examiner', 'admin')
export class BankApi {
  constructor(
    private readonly bank: BankQueries,
    private readonly questions: QuestionQueries,
    private readonly createPool: CreatePool,
    private readonly saving: SaveDraft,
    private readonly approving: ApproveVersion,
    private readonly retiring: RetireQuestion,
    private readonly reinstating: ReinstateQuestion,
    private readonly addEnemy: AddEnemy,
    private readonly removeEnemy: RemoveEnemy,
  ) {}

  @Get()
  @Answers(200, z.array(poolAnswer))
  pools(): Promise<z.infer<typeof poolAnswer>[]> {
    return this.bank.pools();
  }

  @Post()
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '422 pool_taken')
  open(@Body({ schema: newPool }) pool: NewPool, @CurrentViewer() { personId }: Viewer): Promise<void> {
    return this.createPool.execute(pool, personId);
  }

  @Get(':pool/questions')
  @Answers(200, listAnswer, 'Fifty at a time')
  @Refuses('400 malformed', '404 not_found')
  async list(
    @Param('pool') name: string,
    @Query({ schema: bankFilter }) filter: z.infer<typeof bankFilter>,
  ): Promise<z.infer<typeof listAnswer>> {
    const pool = await this.bank.pool(name);
    if (!pool) throw noSuchPool();
    return this.bank.list(pool.id, filter);
  }

  @Get(':pool/questions.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '404 not_found')
  async csv(
    @Param('pool') name: string,
    @Query({ schema: bankFilter }) filter: z.infer<typeof bankFilter>,
    @Res() response: Response,
  ): Promise<void> {
    const pool = await this.bank.pool(name);
    if (!pool) throw noSuchPool();
    let page = 0;
    const read = async (limit: number) => {
      const { items } = await this.bank.list(pool.id, { ...filter, page: (page += 1) }, limit);
      return items.map((item) => ({ ...item, id: item.slug }));
    };
    await sendCsv(response, { name: `${name}.csv`, head: questionsHead(), read, write: questionsRows });
  }

  @Post(':pool/questions')
  @Answers(201, z.object({ slug: z.string() }), 'A draft: somebody else approves it')
  @Refuses('400 malformed', '404 not_found', '422 question_taken', '422 picture_unknown')
  create(
    @Param('pool') pool: string,
    @Body({ schema: newBody }) body: z.infer<typeof newBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<{ slug: string }> {
    return this.saving.execute({ pool, question: read(body.question), personId });
  }

  @Get(':pool/questions/:slug')
  @Answers(200, questionAnswer)
  @Refuses('404 not_found')
  async show(@Param('pool') pool: string, @Param('slug') slug: string): Promise<z.infer<typeof questionAnswer>> {
    const question = await this.questions.find(pool, slug);
    if (!question) throw noSuchBankQuestion();
    const { retiredAt, enemies, versions, uses } = question;
    return {
      ...{ slug, retired: retiredAt !== null },
      versions: versions.map(({ number, author, approvedAt, authored }) => ({
        ...{ version: number, author, approved: approvedAt !== null, question: authored },
      })),
      enemies: enemies.map(({ slug: enemy, why }) => ({ slug: enemy, why })),
      uses,
    };
  }

  @Put(':pool/questions/:slug')
  @Answers(200, z.object({ slug: z.string() }), 'The next version, as a draft')
  @Refuses('400 malformed', '404 not_found', '409 version_changed', '422 question_renamed', '422 question_type_changed')
  @Refuses('422 picture_unknown')
  save(
    @Param('pool') pool: string,
    @Param('slug') slug: string,
    @Body({ schema: draftBody }) { base, question }: z.infer<typeof draftBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<{ slug: string }> {
    return this.saving.execute({ pool, slug, base, question: read(question), personId });
  }

  @Post(':pool/questions/:slug/approval')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 version_changed', '409 own_approval')
  approve(
    @Param('pool') pool: string,
    @Param('slug') slug: string,
    @Body({ schema: approvalBody }) { version }: z.infer<typeof approvalBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.approving.execute(pool, slug, version, personId);
  }

  @Post(':pool/questions/:slug/retirement')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 already_retired')
  retire(
    @Param('pool') pool: string,
    @Param('slug') slug: string,
    @Body({ schema: reasonBody }) { reason }: z.infer<typeof reasonBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.retiring.execute(pool, slug, reason, personId);
  }

  @Delete(':pool/questions/:slug/retirement')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 not_retired')
  reinstate(
    @Param('pool') pool: string,
    @Param('slug') slug: string,
    @Body({ schema: reasonBody }) { reason }: z.infer<typeof reasonBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.reinstating.execute(pool, slug, reason, personId);
  }

  @Post(':pool/questions/:slug/enemies')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '422 enemy_unknown')
  enemy(
    @Param('pool') pool: string,
    @Param('slug') slug: string,
    @Body({ schema: enemyBody }) body: z.infer<typeof enemyBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.addEnemy.execute(pool, slug, body, personId);
  }

  @Delete(':pool/questions/:slug/enemies/:enemy')
  @HttpCode(204)
  @Answers(204)
  @Refuses('404 not_found', '422 enemy_unknown')
  friend(@Param('pool') pool: string, @Param('slug') slug: string, @Param('enemy') enemy: string): Promise<void> {
    return this.removeEnemy.execute(pool, slug, enemy);
  }
}

/** @throws malformed, naming each field that is wrong */
function read(question: unknown): AuthoredQuestion {
  const parsed = authoredQuestion.safeParse(question);
  if (!parsed.success) throw malformed(parsed.error.issues);
  return parsed.data;
}
