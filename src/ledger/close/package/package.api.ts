import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, Answers, ApiController, Refuses, sendPieces } from '../../../web/index.js';
import { monthParam } from '../close.schemas.js';
import { PackMonth } from './pack-month.js';

@ApiController('books/close', 'books')
@Allow('accountant', 'admin')
export class PackageApi {
  constructor(private readonly packing: PackMonth) {}

  @Get(':month/package.zip')
  @Answers(200, undefined, 'Everything of a closed month, with a manifest of hashes, counts and sums')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 not_closed')
  async zip(@Param('month', { schema: monthParam }) month: string, @Res() response: Response): Promise<void> {
    const { name, bytes } = await this.packing.execute(month);
    await sendPieces(response, { name, type: 'application/zip', pieces: bytes });
  }
}
