import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { notFound } from '../../shared/index.js';
import { ClientIp } from '../../users/index.js';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { BookQueries } from '../content/book.queries.js';
import { formats } from '../press/book-files.js';
import { AskForBook } from './ask-for-book.js';
import { BookLinks } from './book-links.js';
import { ConfirmBook } from './confirm-book.js';
import { consentWords, currentVersion } from './consent-words.js';
import { askBody, bookAnswer, bookCard, linkAnswer } from './ebook.schemas.js';

@ApiController('ebooks', 'ebooks')
@Allow('anyone')
export class EbooksApi {
  constructor(
    private readonly books: BookQueries,
    private readonly asking: AskForBook,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(bookCard), next: z.null() }))
  async list() {
    return { items: await this.books.list(), next: null };
  }

  @Get(':slug')
  @Answers(200, bookAnswer)
  @Refuses('404 not_found')
  async show(@Param('slug', SlugPipe) slug: string): Promise<z.infer<typeof bookAnswer>> {
    const book = await this.books.bySlug(slug);
    if (!book) throw notFound('book');
    return bookAnswer.parse({ ...book, consent: { version: currentVersion, ...consentWords() } });
  }

  @Post(':slug/requests')
  @HttpCode(202)
  @Answers(202, undefined, 'Noted. The same for every address: its owner is told by mail, at most once an hour')
  @Refuses('400 malformed', '404 not_found', '429 too_many_tries')
  ask(
    @Param('slug', SlugPipe) slug: string,
    @Body({ schema: askBody }) { email, news, source }: z.infer<typeof askBody>,
    @ClientIp() ip: string,
  ): Promise<void> {
    return this.asking.execute({ ebook: slug, email, news, source: source ?? null, ip });
  }
}

@ApiController('ebook-links/:token', 'ebooks')
@Allow('anyone')
export class EbookLinksApi {
  constructor(
    private readonly links: BookLinks,
    private readonly confirming: ConfirmBook,
  ) {}

  @Get()
  @Answers(200, linkAnswer)
  @Refuses('410 link_gone')
  async show(@Param('token') token: string): Promise<z.input<typeof linkAnswer>> {
    const { ebook, isConfirmed, news, expiresAt } = await this.links.find(token);
    const files = formats.map((format) => ({ format, path: `/ebook-links/${token}/${format}` }));
    return { ebook, confirmed: isConfirmed, news, expiresAt: expiresAt.toISOString(), files };
  }

  @Put('confirmation')
  @HttpCode(204)
  @Answers(204, undefined, 'Confirmed; doing it again changes nothing')
  @Refuses('410 link_gone')
  confirm(@Param('token') token: string): Promise<void> {
    return this.confirming.execute(token);
  }
}
