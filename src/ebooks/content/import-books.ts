import { Injectable } from '@nestjs/common';
import { Problems } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { contentHash } from '../../shared/index.js';
import { readBooks } from './read-books.js';

/** Makes the books of a content folder current: one that changed becomes its next numbered edition. */
@Injectable()
export class ImportBooks {
  constructor(private readonly db: Database) {}

  /** Answers with a line for each new edition. @throws ContentProblem */
  async execute(folder: string): Promise<string[]> {
    const problems = new Problems();
    const books = await readBooks(folder, problems);
    problems.throwIfAny();
    return this.db.transaction(async (tx) => {
      await tx.lock('ebooks.import');
      const report: string[] = [];
      for (const book of books) {
        const added = await tx.row<{ number: number }>(
          `INSERT INTO ebook_editions (slug, number, content_hash, content)
           SELECT $1, coalesce(max(number), 0) + 1, $2, $3 FROM ebook_editions WHERE slug = $1
           HAVING (array_agg(content_hash ORDER BY number DESC))[1] IS DISTINCT FROM $2 RETURNING number`,
          [book.slug, contentHash(book), JSON.stringify(book)],
        );
        if (added) report.push(`Book ${book.slug}: edition ${added.number}.`);
      }
      return report;
    });
  }
}
