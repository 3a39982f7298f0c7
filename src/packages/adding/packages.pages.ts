import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CourseQueries } from '../../courses/index.js';
import { DomainError } from '../../shared/index.js';
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
} from '../../web/index.js';
import { PackageQueries } from '../package.queries.js';
import { noPackage } from '../packages.errors.js';
import { PackageView } from '../views/package.js';
import { PackagesView } from '../views/packages.js';
import { AddPackage, largestPackage } from './add-package.js';
import { placeForm } from './adding.schemas.js';

@PageController('author/packages')
@Allow('author', 'admin')
export class PackagesPages {
  constructor(
    private readonly queries: PackageQueries,
    private readonly courses: CourseQueries,
    private readonly adding: AddPackage,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm());
  }

  @Post()
  async add(
    @Page() page: PageContext,
    @Req() request: Request,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await sentFile(request);
    return submit({
      ...{ response, schema: placeForm, body: sent.values },
      act: async ({ place }) => {
        if (sent.refused) throw sent.refused;
        return `/author/packages/${await this.adding.execute({ ...place, bytes: sent.bytes, personId })}`;
      },
      view: (form) => this.view(page, form),
    });
  }

  @Get(':id')
  async show(@Page() page: PageContext, @Param('id') id: string): Promise<JSX.Element> {
    const found = z.uuid().safeParse(id).success ? await this.queries.find(id) : undefined;
    if (!found) throw noPackage();
    return PackageView({ page, found });
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [packages, cards] = await Promise.all([this.queries.all(), this.courses.published()]);
    const courses = await Promise.all(cards.map(async ({ slug }) => (await this.courses.bySlug(slug))!));
    return PackagesView({ page, packages, courses, form });
  }
}

/** The form, or why its file cannot be taken: both come back to the page. */
async function sentFile(request: Request): Promise<FileForm & { refused?: DomainError }> {
  try {
    return await readFileForm(request, largestPackage);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const chosen = request.query.place;
    const values = { place: typeof chosen === 'string' ? chosen : '' };
    return { values, name: '', bytes: Buffer.alloc(0), refused: error };
  }
}
