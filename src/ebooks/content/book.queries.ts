import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { BookContent } from './book-content.js';

/** A book as it is given out today. */
export interface Book extends BookContent {
  /** Counts its editions. */
  number: number;
}

export interface BookCard {
  slug: string;
  title: string;
  subtitle: string;
  summary: string;
  number: number;
}

@Injectable()
export class BookQueries {
  constructor(private readonly db: Database) {}

  list(): Promise<BookCard[]> {
    return this.db.rows(
      `SELECT DISTINCT ON (slug) slug, number, content->>'title' AS title, content->>'subtitle' AS subtitle,
         content->>'summary' AS summary
       FROM ebook_editions ORDER BY slug, number DESC`,
    );
  }

  async bySlug(slug: string): Promise<Book | undefined> {
    const row = await this.db.row<{ number: number; content: BookContent }>(
      'SELECT number, content FROM ebook_editions WHERE slug = $1 ORDER BY number DESC LIMIT 1',
      [slug],
    );
    return row && { ...row.content, number: row.number };
  }
}
