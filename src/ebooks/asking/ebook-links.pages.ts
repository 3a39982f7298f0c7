import { Get, Header, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../shared/index.js';
import { Allow, Page, PageController, type PageContext, seeOther } from '../../web/index.js';
import { BookQueries } from '../content/book.queries.js';
import { type Format, formats, formatWords } from '../press/book-files.js';
import { BookGoneView, BookLinkView } from '../views/book-link.js';
import { BookLinks } from './book-links.js';
import { ConfirmBook } from './confirm-book.js';
import { TakeBook } from './take-book.js';

/** Where the link in the mail leads. Looking confirms nothing: programs look at links before people do. */
@PageController('ebook-links/:token')
@Allow('anyone')
export class EbookLinkPages {
  constructor(
    private readonly links: BookLinks,
    private readonly books: BookQueries,
    private readonly confirming: ConfirmBook,
    private readonly taking: TakeBook,
  ) {}

  @Get()
  @Header('X-Robots-Tag', 'noindex')
  show(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.orGone(page, response, async () => {
      const link = await this.links.find(token);
      const book = (await this.books.bySlug(link.ebook))!;
      return BookLinkView({ page, token, link, book });
    });
  }

  @Post()
  confirm(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.orGone(page, response, async () => {
      await this.confirming.execute(token);
      return seeOther(response, `/ebook-links/${token}`);
    });
  }

  @Get(':format')
  @Header('X-Robots-Tag', 'noindex')
  @Header('Cache-Control', 'private, no-store')
  async take(
    @Param('token') token: string,
    @Param('format', { schema: z.enum(formats) }) format: Format,
  ): Promise<StreamableFile> {
    const { book, file } = await this.taking.execute(token, format);
    return new StreamableFile(file, {
      type: formatWords[format].type,
      disposition: `attachment; filename="${book.slug}-${book.number}.${format}"`,
      length: file.length,
    });
  }

  private async orGone(page: PageContext, response: Response, act: () => Promise<JSX.Element>): Promise<JSX.Element> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'gone') throw error;
      response.status(410);
      return BookGoneView({ page });
    }
  }
}
