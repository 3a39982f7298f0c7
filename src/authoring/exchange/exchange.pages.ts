import { Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SlugPipe, SourceQueries } from '../../courses/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  readFileForm,
  seeOther,
  type Viewer,
} from '../../web/index.js';
import { DomainError } from '../../shared/index.js';
import { draftAddress } from '../author-address.js';
import { noSuchDraft, noSuchEdition } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { ExchangeView } from '../views/exchange.js';
import { courseZip } from './course-zip.js';
import { ImportFiles } from './import-files.js';
import { largestZip } from './read-course-zip.js';

/** The files of a course leave and come back. */
@PageController('author')
@Allow('author', 'admin')
export class ExchangePages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly sources: SourceQueries,
    private readonly importing: ImportFiles,
  ) {}

  @Get('drafts/:id/export')
  async export(@Param('id', DraftIdPipe) id: string): Promise<StreamableFile> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return archive(await courseZip(draft.course, await this.drafts.contents(id)), `${draft.course}-draft.zip`);
  }

  @Get('courses/:course/editions/:number/export')
  async edition(@Param('course', SlugPipe) course: string, @Param('number') number: string): Promise<StreamableFile> {
    const source = /^\d{1,6}$/.test(number) ? await this.sources.ofEdition(course, Number(number)) : undefined;
    if (!source) throw noSuchEdition();
    return archive(await courseZip(course, await this.sources.files(source.id)), `${course}-${number}.zip`);
  }

  @Get('drafts/:id/import')
  form(@Page() page: PageContext, @Param('id', DraftIdPipe) id: string): Promise<JSX.Element> {
    return this.view(page, id, emptyForm());
  }

  @Post('drafts/:id/import')
  async import(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) draftId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    try {
      const { values, bytes } = await readFileForm(request, largestZip);
      const seen = /^\d{1,7}$/.test(values['seen'] ?? '') ? Number(values['seen']) : undefined;
      await this.importing.execute({ draftId, zip: bytes, personId, seen });
      return seeOther(response, `${draftAddress(draftId)}/review`);
    } catch (error) {
      if (!(error instanceof DomainError) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      response.status(error.kind === 'conflict' ? 409 : 422);
      return this.view(page, draftId, { values: {}, errors: error.fields, summary: [error.message] });
    }
  }

  private async view(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return ExchangeView({ page, draft, form, seen: await this.drafts.saves(id) });
  }
}

const archive = (bytes: Buffer, name: string) =>
  new StreamableFile(bytes, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
