import { Injectable } from '@nestjs/common';
import { noSuchFile } from '../authoring.errors.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { partsOf, valuesOf } from '../files/front-matter.js';
import { filesOf, type Module } from './outline.js';
import { outlineIn } from './outline-text.js';

export interface ShownOutline {
  /** The save of course.md that says it. */
  rev: number;
  /** Undefined where course.md cannot be read. */
  modules: Module[] | undefined;
  /** What each file is called; files that cannot be read go by their name. */
  titles: Map<string, string>;
  /** Whether the last save of course.md was one of the outline. */
  canUndo: boolean;
}

@Injectable()
export class OutlineQueries {
  constructor(private readonly drafts: DraftQueries) {}

  async of(draftId: string): Promise<ShownOutline> {
    const files = new Map((await this.drafts.contents(draftId)).map((file) => [file.path, file]));
    const course = files.get('course.md');
    if (!course) throw noSuchFile();
    const modules = outlineIn(course.bytes.toString('utf8'));
    const titles = new Map<string, string>();
    for (const path of filesOf(modules ?? [])) {
      const text = files.get(path)?.bytes.toString('utf8') ?? '';
      const title = valuesOf(path.endsWith('.yaml') ? text : (partsOf(text)?.yaml ?? ''))?.['title'];
      titles.set(path, typeof title === 'string' ? title : path);
    }
    return { rev: course.rev, modules, titles, canUndo: course.how === 'outline' };
  }
}
