import { Body, Get, Param, Put, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noSuchFile } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { conflictAnswer, fileAnswer, savedAnswer } from '../drafts/drafts.schemas.js';
import { FileQueries } from './file.queries.js';
import { FileChanged, SaveFile, textOf } from './save-file.js';

const asked = z.object({ path: z.string().max(200) });
const saved = z.strictObject({
  rev: z.int().min(0).describe('The save that was changed; 0 for a file that is not there yet'),
  text: z.string().max(1_000_000),
});

/** The text files of a draft, for programs. */
@ApiController('author/drafts/:id/file', 'authoring')
@Allow('author', 'admin')
export class FilesApi {
  constructor(
    private readonly files: FileQueries,
    private readonly saving: SaveFile,
  ) {}

  @Get()
  @Answers(200, fileAnswer)
  @Refuses('400 malformed', '404 not_found')
  async show(
    @Param('id', DraftIdPipe) id: string,
    @Query({ schema: asked }) { path }: z.infer<typeof asked>,
  ): Promise<z.infer<typeof fileAnswer>> {
    const file = await this.files.find(id, path);
    if (!file?.bytes) throw noSuchFile();
    return { path, rev: file.rev, text: textOf(file) };
  }

  @Put()
  @Answers(200, savedAnswer)
  @Answers(409, conflictAnswer, 'Somebody saved in between: both texts, and nothing was overwritten')
  @Refuses('400 malformed', '404 not_found', '422 file_name_refused', '422 file_too_large')
  async save(
    @Param('id', DraftIdPipe) draftId: string,
    @Query({ schema: asked }) { path }: z.infer<typeof asked>,
    @Body({ schema: saved }) { rev, text }: z.infer<typeof saved>,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof savedAnswer> | z.infer<typeof conflictAnswer>> {
    try {
      return { rev: await this.saving.execute({ draftId, path, rev, text, personId }) };
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error;
      response.status(409);
      return { code: 'file_changed', ...error.conflict };
    }
  }
}
