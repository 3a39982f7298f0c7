import { Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { noSuchDraft } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { courseZip } from './course-zip.js';
import { ImportFiles } from './import-files.js';
import { largestZip } from './read-course-zip.js';

const changed = z.object({ changed: z.array(z.string()).describe('The files that are not as they were') });

/** The files of a draft as an archive, for programs. */
@ApiController('author/drafts/:id', 'authoring')
@Allow('author', 'admin')
export class ExchangeApi {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly importing: ImportFiles,
  ) {}

  @Get('archive')
  @ApiProduces('application/zip')
  @Answers(200, undefined, 'Unpacks into a content folder; the same files give the same bytes')
  @Refuses('404 not_found')
  async export(@Param('id', DraftIdPipe) id: string): Promise<StreamableFile> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return new StreamableFile(await courseZip(draft.course, await this.drafts.contents(id)), {
      type: 'application/zip',
    });
  }

  @Post('archive')
  @HttpCode(200)
  @ApiConsumes('application/zip')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, changed)
  @Refuses('404 not_found', '409 draft_closed', '422 file_too_large', '422 file_empty', '422 zip_refused')
  async import(
    @Param('id', DraftIdPipe) draftId: string,
    @CurrentViewer() { personId }: Viewer,
    @Req() request: Request,
  ): Promise<z.infer<typeof changed>> {
    const zip = await readUpload(request, largestZip);
    return { changed: await this.importing.execute({ draftId, zip, personId }) };
  }
}
