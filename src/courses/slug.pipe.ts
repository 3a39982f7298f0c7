import type { PipeTransform } from '@nestjs/common';
import { notFound, slug } from '../shared/index.js';

/** A part of an address that names something: what cannot be a name is not found, without asking the database. */
export class SlugPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    const parsed = slug.safeParse(value);
    if (!parsed.success) throw notFound();
    return parsed.data;
  }
}
