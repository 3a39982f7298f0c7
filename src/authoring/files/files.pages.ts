import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { previewLesson } from '../../courses/index.js';
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
import { fileAddress } from '../author-address.js';
import { noSuchDraft, noSuchFile } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { ConflictView } from '../views/conflict.js';
import { FileView } from '../views/file.js';
import { PreviewView } from '../views/preview.js';
import { CheckDraft } from './check-draft.js';
import { FileQueries } from './file.queries.js';
import { lessonForm } from './lesson-form.js';
import { plainEnds } from './lines.js';
import { FileChanged, SaveFile, textOf } from './save-file.js';
import { typedFile, typedText } from './typed-file.js';

const asked = z.object({ path: z.string().max(200), rev: z.coerce.number().int().min(1).max(1e6).optional() });
type Asked = z.infer<typeof asked>;

/** One file of a draft: written, previewed, saved. */
@PageController('author/drafts/:id')
@Allow('author', 'admin')
export class FilePages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly files: FileQueries,
    private readonly saving: SaveFile,
    private readonly checking: CheckDraft,
  ) {}

  @Get('file')
  async show(
    @Page() page: PageContext,
    @Param('id', DraftIdPipe) id: string,
    @Query({ schema: asked }) { path, rev }: Asked,
  ): Promise<JSX.Element> {
    const [now, shown] = await Promise.all([this.files.find(id, path), this.files.find(id, path, rev)]);
    if (!now || !shown) throw noSuchFile();
    return this.view(page, id, path, emptyForm(valuesOf(path, textOf(shown), now.rev)), { earlier: rev });
  }

  @Post('file')
  async save(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) draftId: string,
    @Query({ schema: asked }) { path }: Asked,
    @Body() body: Record<string, unknown> | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    if (body?.['act'] === 'preview') return this.view(page, draftId, path, emptyForm(body as never), { preview: true });
    let conflict: FileChanged | undefined;
    let mine = '';
    return submit({
      ...{ response, schema: typedFile, body },
      act: async (typed) => {
        mine = typedText(typed, await this.files.find(draftId, path, typed.rev));
        const merged = typed.merged !== undefined;
        await this.saving
          .execute({ draftId, path, rev: typed.rev, text: mine, personId, merged })
          .catch((error: unknown) => {
            if (error instanceof FileChanged) conflict = error;
            throw error;
          });
        return `${fileAddress(draftId, path)}&saved`;
      },
      view: async (form) => {
        if (!conflict) return this.view(page, draftId, path, form, {});
        response.status(409);
        const draft = await this.draft(draftId);
        return ConflictView({ page, draft, path, mine: plainEnds(mine), conflict: conflict.conflict });
      },
    });
  }

  /** What the page will show, without the page around it: for the preview beside the text. */
  @Post('preview')
  @HttpCode(200)
  async preview(
    @Param('id', DraftIdPipe) id: string,
    @Query({ schema: asked }) { path }: Asked,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return PreviewView(await this.previewed(id, path, body));
  }

  private async previewed(id: string, path: string, body: unknown) {
    const typed = typedFile.parse(body ?? {});
    const base = await this.files.find(id, path, typed.rev);
    const pictures = (await this.drafts.contents(id)).filter((file) => file.path.startsWith('pictures/'));
    return previewLesson(path, typedText(typed, base), pictures);
  }

  private async view(
    page: PageContext,
    id: string,
    path: string,
    form: FormState,
    shown: { earlier?: number | undefined; preview?: boolean },
  ): Promise<JSX.Element> {
    const draft = await this.draft(id);
    const [{ problems }, saves, files] = await Promise.all([
      this.checking.execute(draft),
      this.files.saves(id, path),
      this.drafts.files(id),
    ]);
    if (saves.length === 0) throw noSuchFile();
    const isLesson = path.startsWith('lessons/');
    const preview = isLesson && (shown.preview || saves[0]) ? await this.previewed(id, path, form.values) : undefined;
    const found = shown.preview && preview ? preview.problems : problems.filter(({ file }) => file === path);
    return FileView({ page, draft, path, form, preview, problems: found, saves, files, earlier: shown.earlier });
  }

  private async draft(id: string) {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return draft;
  }
}

/** The fields of a lesson, or the whole text where it cannot be shown as fields. */
function valuesOf(path: string, text: string, rev: number): FormState['values'] {
  const fields = path.startsWith('lessons/') ? lessonForm(text) : undefined;
  return { rev: String(rev), ...(fields ?? { source: plainEnds(text) }) };
}
