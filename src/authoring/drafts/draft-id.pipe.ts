import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { noSuchDraft } from '../authoring.errors.js';

/** The id of a draft in an address: what cannot be one is not found, without asking the database. */
export class DraftIdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    const parsed = z.uuid().safeParse(value);
    if (!parsed.success) throw noSuchDraft();
    return parsed.data;
  }
}
