import { Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { noSuchPool } from '../bank/bank.errors.js';
import { BankQueries } from '../bank/bank.queries.js';
import { AddPicture } from './add-picture.js';
import { PictureQueries } from './picture.queries.js';
import { largestPicture } from './take-picture.js';

const added = z.object({ id: z.uuid(), width: z.int(), height: z.int() });
const stored = z.array(added.extend({ alt: z.string() }));

/** Pictures for questions: a question names one by its id, its size, and what it shows in words. */
@ApiController('bank', 'bank')
@Allow('author', 'examiner', 'admin')
export class PicturesApi {
  constructor(
    private readonly adding: AddPicture,
    private readonly bank: BankQueries,
    private readonly pictures: PictureQueries,
  ) {}

  @Post('pictures')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(201, added, 'Written anew, without its metadata')
  @Refuses('422 file_too_large', '422 file_empty', '422 picture_too_large', '422 picture_type_refused')
  @Refuses('422 picture_broken')
  async add(@Req() request: Request, @CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof added>> {
    return this.adding.execute({ bytes: await readUpload(request, largestPicture), personId });
  }

  @Get('pools/:pool/pictures')
  @Answers(200, stored, 'Shown by questions of the pool, or sent by oneself')
  @Refuses('404 not_found')
  async list(@Param('pool') slug: string, @CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof stored>> {
    const pool = await this.bank.pool(slug);
    if (!pool) throw noSuchPool();
    return this.pictures.stored(pool.id, personId);
  }
}
