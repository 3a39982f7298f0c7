import { Injectable } from '@nestjs/common';
import type { OutlineModule } from './content-reader/index.js';
import { CourseQueries, type Lesson } from './courses.queries.js';
import { Database } from '../database/index.js';

export interface FrozenEdition {
  title: string;
  outline: OutlineModule[];
}

/** A long lesson is some tens of kilobytes: this many stay within a few megabytes. */
const mostKept = 500;

/** Editions and their lessons never change once published, so each is read from the database once and then kept. */
@Injectable()
export class FrozenEditions {
  private readonly editions = new Map<string, Promise<FrozenEdition | undefined>>();
  private readonly lessons = new Map<string, Promise<Lesson | undefined>>();

  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
  ) {}

  edition(id: string): Promise<FrozenEdition | undefined> {
    return kept(this.editions, id, () => this.db.row('SELECT title, outline FROM editions WHERE id = $1', [id]));
  }

  /** Undefined when the edition has no such lesson. */
  lesson(editionId: string, slug: string): Promise<Lesson | undefined> {
    return kept(this.lessons, `${editionId} ${slug}`, () => this.courses.lesson(editionId, slug));
  }
}

/** The oldest leaves when there are too many; what failed or was not there is asked for again. */
function kept<T>(map: Map<string, Promise<T | undefined>>, key: string, read: () => Promise<T | undefined>) {
  const known = map.get(key);
  if (known) return known;
  const asked = read();
  map.set(key, asked);
  if (map.size > mostKept) map.delete(map.keys().next().value!);
  const forget = () => void (map.get(key) === asked && map.delete(key));
  asked.then((found) => found ?? forget(), forget);
  return asked;
}
