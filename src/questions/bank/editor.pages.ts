import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
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
import { arrangement } from '../editor/arrangement.js';
import { arrangeRows } from '../editor/arrange-rows.js';
import { editorSchema } from '../editor/editor-schema.js';
import { type AuthoredType, editorFields } from '../editor/editors.js';
import { fillEditor } from '../editor/fill-editor.js';
import { questionAddress } from './bank-address.js';
import { noSuchBankQuestion, noSuchPool } from './bank.errors.js';
import { BankQueries } from './bank.queries.js';
import { typeQuery } from './bank.schemas.js';
import { type QuestionOfBank, QuestionQueries } from './question.queries.js';
import { SaveDraft } from './save-draft.js';
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
  ) {}

  @Get('new')
  async blank(
    @Page() page: PageContext,
    @Param('pool') name: string,
    @Query({ schema: typeQuery }) { type }: z.infer<typeof typeQuery>,
  ): Promise<JSX.Element> {
    const pool = await this.pool(name);
    if (!type) return ChooseTypeView({ page, pool });
    return EditorView({ page, pool, type: type as AuthoredType, form: emptyForm(newQuestion(type)) });
  }

  @Post('new')
  async create(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('pool') name: string,
    @Query({ schema: typeQuery }) { type = 'single' }: z.infer<typeof typeQuery>,
    @Body() body: Typed | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const pool = await this.pool(name);
    const view = (form: FormState) => EditorView({ page, pool, type: type as AuthoredType, form });
    const arranged = arrangedForm(body);
    if (arranged) return view(arranged);
    return submit({
      ...{ response, schema: editorSchema(type as AuthoredType), body, view },
      act: async (question) => {
        const { slug } = await this.saving.execute({ pool: name, question, personId });
        return questionAddress(name, slug);
      },
    });
  }

  @Get('questions/:slug/edit')
  async edit(
    @Page() page: PageContext,
    @Param({ schema: named }) { pool, slug }: z.infer<typeof named>,
  ): Promise<JSX.Element> {
    const question = await this.question(pool, slug);
    const latest = question.versions[0]!;
    const filled = latest.authored ? fillEditor(editorFields(latest.type), latest.authored) : { 'question.id': slug };
    const form = emptyForm({ ...filled, base: String(latest.number) });
    return EditorView({ page, pool: question.pool, slug, type: latest.type, form });
  }

  @Post('questions/:slug/edit')
  async save(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) { pool, slug }: z.infer<typeof named>,
    @Body() body: Typed | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const before = await this.question(pool, slug);
    const { type } = before.versions[0]!;
    const base = Number([body?.['base']].flat()[0]);
    const view = async (form: FormState) => {
      const question = await this.question(pool, slug);
      return EditorView({ page, pool: question.pool, slug, type, form, conflict: conflictIn(question, base) });
    };
    const arranged = arrangedForm(body);
    if (arranged) return view(arranged);
    return submit({
      ...{ response, schema: editorSchema(type), body, view },
      act: async (question) => {
        await this.saving.execute({ pool, slug, base, question, personId });
        return questionAddress(pool, slug);
      },
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

/** The form with rows added, removed or moved, if that is what was asked for. */
function arrangedForm(body: Typed | undefined): FormState | undefined {
  const { arrange, ...typed } = body ?? {};
  const asked = arrangement.read(arrange);
  return asked && emptyForm(arrangeRows(typed, asked));
}

/** What was saved since the author began. */
function conflictIn({ versions }: QuestionOfBank, base: number) {
  const latest = versions[0]!;
  return latest.number === base ? undefined : { latest, base: versions.find(({ number }) => number === base) };
}

/** Where a new question begins: with room for two of whatever it lists. */
function newQuestion(type: string): Typed {
  const lists = editorFields(type as AuthoredType).filter(
    (field) => field.kind === 'rows' && !field.optional && field.adds.length === 1,
  );
  const begin: Typed = {
    ...{
      'question.type': type,
      'question.marks': '1',
      'question.difficulty': 'moderate',
      'question.cognitive': 'recall',
    },
  };
  return lists.reduce((typed, { name }) => {
    const add = { list: `question.${name}`, begin: {} };
    return arrangeRows(arrangeRows(typed, { add }), { add });
  }, begin);
}
