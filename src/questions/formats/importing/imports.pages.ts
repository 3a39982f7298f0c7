import { Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FileForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  readFileForm,
  submit,
  type Viewer,
} from '../../../web/index.js';
import { ImportReportView } from '../views/import-report.js';
import { ImportView } from '../views/import.js';
import { CommitImport } from './commit-import.js';
import { ImportQueries } from './import.queries.js';
import { largestImport, topicSchema } from './import.schemas.js';
import { outcomes } from './import-report.js';
import { StageImport } from './stage-import.js';

const id = z.uuid();
const asked = z.object({
  outcome: z.enum(outcomes).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

@PageController('bank/:pool')
@Allow('author', 'admin')
export class ImportsPages {
  constructor(
    private readonly staging: StageImport,
    private readonly committing: CommitImport,
    private readonly imports: ImportQueries,
  ) {}

  @Get('import')
  form(@Page() page: PageContext, @Param('pool') pool: string): Promise<JSX.Element> {
    return this.render(page, pool, emptyForm());
  }

  @Post('import')
  async stage(
    @Page() page: PageContext,
    @Param('pool') pool: string,
    @Req() request: Request,
    @CurrentViewer() { personId: by }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await sentFile(request);
    return submit({
      ...{ response, schema: topicSchema, body: sent instanceof DomainError ? {} : sent.values },
      act: async ({ topic }) => {
        if (sent instanceof DomainError) throw sent;
        const { id: staged } = await this.staging.execute({ pool, fileName: sent.name, topic, bytes: sent.bytes, by });
        return `/bank/${pool}/imports/${staged}`;
      },
      view: (form) => this.render(page, pool, form),
    });
  }

  @Get('imports/:id')
  async report(
    @Page() page: PageContext,
    @Param('pool') pool: string,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: asked }) query: z.infer<typeof asked>,
  ): Promise<JSX.Element> {
    return ImportReportView({ page, stored: await this.imports.find(pool, importId), query, form: emptyForm() });
  }

  @Post('imports/:id')
  async commit(
    @Page() page: PageContext,
    @Param('pool') pool: string,
    @Param('id', { schema: id }) importId: string,
    @CurrentViewer() { personId: by }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: z.object({}), body: {} },
      act: async () => {
        await this.committing.execute({ pool, id: importId, by });
        return `/bank/${pool}/imports/${importId}`;
      },
      view: async (form) =>
        ImportReportView({ page, stored: await this.imports.find(pool, importId), query: { page: 1 }, form }),
    });
  }

  private async render(page: PageContext, pool: string, form: FormState): Promise<JSX.Element> {
    return ImportView({ page, pool: await this.imports.pool(pool), form });
  }
}

/** The form, or why it cannot be taken: both come back to the page. */
async function sentFile(request: Request): Promise<FileForm | DomainError> {
  try {
    return await readFileForm(request, largestImport);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
