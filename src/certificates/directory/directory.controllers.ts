import { Get, Header, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Config } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  Page,
  PageController,
  type PageContext,
  Refuses,
} from '../../web/index.js';
import { addresses } from '../credential/addresses.js';
import { DirectoryQueries } from './directory.queries.js';
import { type DirectoryFilter, directoryFilterSchema, directoryPageSchema } from './directory.schemas.js';
import { SearchDirectory } from './search-directory.js';
import { DirectoryView } from './views/directory.js';

/** Search engines stay out: who is here for them has a page of their own, the certificate's. */
@PageController('directory')
@Allow('anyone')
export class DirectoryPages {
  constructor(
    private readonly searching: SearchDirectory,
    private readonly directory: DirectoryQueries,
  ) {}

  @Get()
  @Header('X-Robots-Tag', 'noindex, nofollow')
  async search(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query: filter, form } = askedFilter(directoryFilterSchema, asked, response);
    const found = await this.searching.execute(filter, request.ip);
    return DirectoryView({ page, form, filter, ...found, choices: await this.directory.choices() });
  }
}

@ApiController('directory', 'certificates')
@Allow('anyone')
export class DirectoryApi {
  constructor(
    private readonly searching: SearchDirectory,
    private readonly config: Config,
  ) {}

  @Get()
  @Header('X-Robots-Tag', 'noindex, nofollow')
  @Answers(200, directoryPageSchema, 'Holders of valid certifications who want to be found, by name')
  @Refuses('400 malformed', '429 too_many_searches')
  async search(
    @Query({ schema: directoryFilterSchema }) filter: DirectoryFilter,
    @Req() request: Request,
  ): Promise<z.infer<typeof directoryPageSchema>> {
    const { items, next } = await this.searching.execute(filter, request.ip);
    const at = addresses(this.config.baseUrl);
    const described = items.map(({ id: _, validUntil, ...one }) => ({
      ...one,
      validUntil: validUntil.toISOString(),
      page: at.verify(one.number),
    }));
    return { items: described, next };
  }
}
