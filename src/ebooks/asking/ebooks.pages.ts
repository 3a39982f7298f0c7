import { Body, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { notFound } from '../../shared/index.js';
import { ClientIp } from '../../users/index.js';
import { Allow, emptyForm, Page, PageController, type PageContext, submit } from '../../web/index.js';
import { type Book, BookQueries } from '../content/book.queries.js';
import { BookFiles } from '../press/book-files.js';
import { EbookListView } from '../views/ebook-list.js';
import { EbookSentView, EbookView } from '../views/ebook.js';
import { AskForBook } from './ask-for-book.js';
import { arriving, askForm } from './ebook.schemas.js';

/** Books to take away for an address: what is in them, and the form. */
@PageController('ebooks')
@Allow('anyone')
export class EbookPages {
  constructor(
    private readonly books: BookQueries,
    private readonly files: BookFiles,
    private readonly asking: AskForBook,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return EbookListView({ page, books: await this.books.list() });
  }

  @Get(':slug')
  async show(
    @Page() page: PageContext,
    @Param('slug', SlugPipe) slug: string,
    @Query({ schema: arriving }) { from }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    const form = emptyForm({ email: page.viewer?.email, from });
    return EbookView({ page, book: await this.find(slug), form });
  }

  @Post(':slug')
  async ask(
    @Page() page: PageContext,
    @Param('slug', SlugPipe) slug: string,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const book = await this.find(slug);
    return submit({
      ...{ response, schema: askForm, body },
      act: async (asked) => {
        await this.asking.execute({ ebook: slug, ...asked, ip });
        return `/ebooks/${slug}/sent`;
      },
      view: (form) => EbookView({ page, book, form }),
    });
  }

  @Get(':slug/sent')
  async sent(@Page() page: PageContext, @Param('slug', SlugPipe) slug: string): Promise<JSX.Element> {
    return EbookSentView({ page, book: await this.find(slug) });
  }

  @Get(':slug/cover.svg')
  @Header('Cache-Control', 'public, max-age=3600')
  async cover(@Param('slug', SlugPipe) slug: string): Promise<StreamableFile> {
    return new StreamableFile(await this.files.get(await this.find(slug), 'cover'), { type: 'image/svg+xml' });
  }

  private async find(slug: string): Promise<Book> {
    const book = await this.books.bySlug(slug);
    if (!book) throw notFound('book');
    return book;
  }
}
