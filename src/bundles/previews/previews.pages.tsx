import { Get, Param } from '@nestjs/common';
import { Allow, Page, PageController, type PageContext } from '../../web/index.js';
import { VisitorMarket } from '../markets/visitor-market.js';
import { ReadOwnership } from '../products/read-ownership.js';
import { slugSchema } from '../quote/quote.js';
import { FreePreviewView } from '../views/free-preview.js';
import { ReadPreview } from './read-preview.js';

@PageController('courses/:slug/previews')
@Allow('anyone')
export class PreviewPages {
  constructor(
    private readonly previews: ReadPreview,
    private readonly ownership: ReadOwnership,
  ) {}

  @Get(':lesson')
  async show(
    @Page() page: PageContext,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('lesson', { schema: slugSchema }) lesson: string,
    @VisitorMarket() market: string,
  ): Promise<JSX.Element> {
    const preview = await this.previews.execute(slug, lesson, market);
    const ownership = await this.ownership.execute(preview.course, [], page.viewer);
    return FreePreviewView({ page, preview, ownership });
  }
}
