import { Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { sourceAnswer } from '../../courses/index.js';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { defaultMarket } from '../markets/market.js';
import { slugSchema } from '../quote/quote.js';
import { ReadPreview } from './read-preview.js';

const answer = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  reviewedOn: z.iso.date(),
  html: z.string(),
  sources: z.array(sourceAnswer),
  articleSlug: z.string().nullable().describe('The article that belongs to the lesson'),
});

@ApiController('courses/:slug/previews', 'catalogue')
@Allow('anyone')
export class PreviewsApi {
  constructor(private readonly previews: ReadPreview) {}

  @Get(':lesson')
  @Answers(200, answer, 'A lesson that its author made free to read')
  @Refuses('400 malformed', '404 not_found')
  async show(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('lesson', { schema: slugSchema }) lessonSlug: string,
  ): Promise<z.infer<typeof answer>> {
    const { course, lesson } = await this.previews.execute(slug, lessonSlug, defaultMarket);
    return { course: { slug: course.slug, title: course.title }, ...lesson };
  }
}
