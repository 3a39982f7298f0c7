import { Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
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
import type { AuthoredQuestion } from '../authored.js';
import { editorSchema } from '../editor/editor-schema.js';
import { type AuthoredType, editorFields } from '../editor/editors.js';
import { fillEditor } from '../editor/fill-editor.js';
import { newQuestion } from '../editor/new-question.js';
import { PictureQueries, type StoredPicture } from '../pictures/picture.queries.js';
import { questionAddress } from './bank-address.js';
import { noSuchBankQuestion, noSuchPool } from './bank.errors.js';
import { BankQueries } from './bank.queries.js';
import { typeQuery } from './bank.schemas.js';
import { type QuestionOfBank, QuestionQueries } from './question.queries.js';
import { SaveDraft } from './save-draft.js';
import { ReadTypedQuestion } from './typed-question.js';
import { ChooseTypeView, EditorView } from './views/editor.js';

const named = z.object({ pool: z.string(), slug: z.string() });
type Typed = FormState['values'];

/** Questions are written and changed; every save is a draft of the next version. */
@PageController('bank/:pool')
@Allow('author', 'examiner', 'admin')
export class EditorPages {
  constructor(
    private readonly bank: BankQueries,
    private readonly questions: QuestionQueries,
    private readonly saving: SaveDraft,
    private readonly pictures: PictureQueries,
    private readonly reading: ReadTypedQuestion,
  ) {}

  @Get('new')
  async blank(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('pool') name: string,
    @Query({ schema: typeQuery }) { type }: z.infer<typeof typeQuery>,
  ): Promise<JSX.Element> {
    const pool = await this.pool(name);
    if (!type) return ChooseTypeView({ page, pool });
    const pictures = await this.pictures.stored(pool.id, personId);
    return EditorView({ page, pool, type: type as AuthoredType, form: emptyForm(newQuestion(type)), pictures });
  }

  @Post('new')
  async create(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('pool') name: string,
    @Query({ schema: typeQuery }) { type = 'single' }: z.infer<typeof typeQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const pool = await this.pool(name);
    return this.save(request, response, personId, {
      pool,
      type: type as AuthoredType,
      view: (form, pictures) => EditorView({ page, pool, type: type as AuthoredType, form, pictures }),
      act: (question) => this.saving.execute({ pool: name, question, personId }),
    });
  }

  @Get('questions/:slug/edit')
  async edit(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) { pool, slug }: z.infer<typeof named>,
  ): Promise<JSX.Element> {
    const question = await this.question(pool, slug);
    const latest = question.versions[0]!;
    const filled = latest.authored ? fillEditor(editorFields(latest.type), latest.authored) : { 'question.id': slug };
    const form = emptyForm({ ...filled, base: String(latest.number) });
    const pictures = await this.pictures.stored(question.pool.id, personId);
    return EditorView({ page, pool: question.pool, slug, type: latest.type, form, pictures });
  }

  @Post('questions/:slug/edit')
  async change(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) { pool, slug }: z.infer<typeof named>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const before = await this.question(pool, slug);
    const { type } = before.versions[0]!;
    return this.save(request, response, personId, {
      pool: before.pool,
      type,
      view: async (form, pictures) => {
        const question = await this.question(pool, slug);
        const conflict = conflictIn(question, baseOf(form.values));
        return EditorView({ page, pool: question.pool, slug, type, form, pictures, conflict });
      },
      act: (question, typed) => this.saving.execute({ pool, slug, base: baseOf(typed), question, personId }),
    });
  }

  /** Saves what was typed, or shows it again: arranged, or with what is wrong. */
  private async save(
    request: Request,
    response: Response,
    personId: string,
    { pool, type, view, act }: Saving,
  ): Promise<JSX.Element> {
    const pictures = await this.pictures.stored(pool.id, personId);
    const { typed, shown, refused } = await this.reading.read(request, personId, pictures);
    if (shown) {
      response.status(refused ? 422 : 200);
      return view(shown, pictures);
    }
    return submit({
      ...{ response, schema: editorSchema(type), body: typed },
      view: (form) => view(form, pictures),
      act: async (question) => questionAddress(pool.slug, (await act(question, typed)).slug),
    });
  }

  private async pool(name: string) {
    const pool = await this.bank.pool(name);
    if (!pool) throw noSuchPool();
    return pool;
  }

  private async question(pool: string, slug: string): Promise<QuestionOfBank> {
    const question = await this.questions.find(pool, slug);
    if (!question) throw noSuchBankQuestion();
    return question;
  }
}

interface Saving {
  pool: { id: string; slug: string };
  type: AuthoredType;
  view: (form: FormState, pictures: StoredPicture[]) => JSX.Element | Promise<JSX.Element>;
  act: (question: AuthoredQuestion, typed: Typed) => Promise<{ slug: string }>;
}

/** The version that the author had before them. */
const baseOf = (typed: Typed): number => Number([typed['base']].flat()[0]);

/** What was saved since the author began. */
function conflictIn({ versions }: QuestionOfBank, base: number) {
  const latest = versions[0]!;
  return latest.number === base ? undefined : { latest, base: versions.find(({ number }) => number === base) };
}
