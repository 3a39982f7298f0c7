import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, isUniqueViolation } from '../../database/index.js';
import { newId, slug, words } from '../../shared/index.js';
import { poolTaken } from './bank.errors.js';

export const newPool = z.strictObject({
  slug: slug.min(1, 'it is empty'),
  title: words(120),
  language: z.enum(['en', 'es', 'de', 'fr']).describe('Of the texts, and of the decimal separator'),
});
export type NewPool = z.output<typeof newPool>;

/** Opens a pool. */
@Injectable()
export class CreatePool {
  constructor(private readonly db: Database) {}

  /** @throws pool_taken */
  async execute({ slug: name, title, language }: NewPool, personId: string): Promise<void> {
    try {
      await this.db.rows('INSERT INTO pools (id, slug, title, language, created_by) VALUES ($1, $2, $3, $4, $5)', [
        ...[newId(), name, title, language, personId],
      ]);
    } catch (error) {
      if (isUniqueViolation(error, 'uq_pools_slug')) throw poolTaken();
      throw error;
    }
  }
}
