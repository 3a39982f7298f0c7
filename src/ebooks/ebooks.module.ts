import { Module } from '@nestjs/common';
import { AskForBook } from './asking/ask-for-book.js';
import { BookLinks } from './asking/book-links.js';
import { ConfirmBook } from './asking/confirm-book.js';
import { EbookLinkPages } from './asking/ebook-links.pages.js';
import { EbookLinksApi, EbooksApi } from './asking/ebooks.api.js';
import { EbookPages } from './asking/ebooks.pages.js';
import { SweepRequests } from './asking/sweep-requests.js';
import { TakeBook } from './asking/take-book.js';
import { BookQueries } from './content/book.queries.js';
import { ImportBooks } from './content/import-books.js';
import { AdminEbookPages, AdminEbooksApi } from './desk/admin-ebooks.controllers.js';
import { EbookFigureQueries } from './desk/ebook-figures.js';
import { BookOffers } from './offer/book-offers.js';
import { BookFiles } from './press/book-files.js';

@Module({
  controllers: [EbookPages, EbookLinkPages, EbooksApi, EbookLinksApi, AdminEbookPages, AdminEbooksApi],
  providers: [
    BookQueries,
    BookFiles,
    BookLinks,
    ImportBooks,
    AskForBook,
    ConfirmBook,
    TakeBook,
    SweepRequests,
    BookOffers,
    EbookFigureQueries,
  ],
})
export class EbooksModule {}
