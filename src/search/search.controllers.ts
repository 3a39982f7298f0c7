import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  OptionalViewer,
  Page,
  PageController,
  type PageContext,
  Refuses,
  type Viewer,
} from '../web/index.js';
import { Search } from './search.js';
import { asked, askedPage, foundAnswer } from './search.schemas.js';
import { SearchView } from './views/search.js';

@PageController('search')
@Allow('anyone')
export class SearchPages {
  constructor(private readonly search: Search) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @Query({ schema: askedPage }) query: z.infer<typeof askedPage>,
  ): Promise<JSX.Element> {
    if (query.q === '') return SearchView({ page, query, answer: null });
    const answer = await this.search.execute({ ...query, personId: page.viewer?.personId ?? null });
    return SearchView({ page, query, answer });
  }
}

@ApiController('search', 'search')
@Allow('anyone')
export class SearchApi {
  constructor(private readonly search: Search) {}

  @Get()
  @Answers(200, foundAnswer, 'The best first; lessons of what the caller studies')
  @Refuses('400 malformed')
  find(@OptionalViewer() viewer: Viewer | null, @Query({ schema: asked }) query: z.infer<typeof asked>) {
    return this.search.execute({ ...query, personId: viewer?.personId ?? null });
  }
}
