import { Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { PackageQueries, type PackageCard } from '../package.queries.js';
import { noPackage } from '../packages.errors.js';
import { AddPackage, largestPackage } from './add-package.js';
import { packageAnswer, placeSchema } from './adding.schemas.js';

/** Packages, for programs of authors. */
@ApiController('author/packages', 'packages')
@Allow('author', 'admin')
export class PackagesApi {
  constructor(
    private readonly queries: PackageQueries,
    private readonly adding: AddPackage,
  ) {}

  @Get()
  @Answers(200, z.array(packageAnswer), 'The last 200, newest first')
  async list(): Promise<object[]> {
    return (await this.queries.all()).map(answerOf);
  }

  @Get(':id')
  @Answers(200, packageAnswer)
  @Refuses('404 not_found')
  async show(@Param('id') id: string): Promise<object> {
    const found = z.uuid().safeParse(id).success ? await this.queries.find(id) : undefined;
    if (!found) throw noPackage();
    return answerOf(found);
  }

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(201, z.object({ id: z.uuid() }), 'The lesson is finished by this package from now on')
  @Refuses('400 malformed', '422 course_unknown', '422 lesson_unknown', '422 import_refused', '422 package_refused')
  @Refuses('422 package_unchanged', '422 file_too_large', '422 file_empty', '503 packages_off')
  async add(
    @Query({ schema: placeSchema }) place: z.infer<typeof placeSchema>,
    @Req() request: Request,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<{ id: string }> {
    const bytes = await readUpload(request, largestPackage);
    return { id: await this.adding.execute({ ...place, bytes, personId }) };
  }
}

const answerOf = ({ manifest, uploadedBy: _, ...card }: PackageCard): object => ({
  ...card,
  items: manifest.items.map(({ id, title, reports }) => ({ id, title, reports })),
  notes: manifest.notes,
});
