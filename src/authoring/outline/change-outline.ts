import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { nameTaken, outlineChanged, outlineUnreadable } from '../authoring.errors.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { firstLesson, firstQuiz } from '../drafts/first-files.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { FileQueries } from '../files/file.queries.js';
import { textOf } from '../files/save-file.js';
import { type FileChange, writeFiles } from '../files/write-files.js';
import { type Change, changed, filesOf } from './outline.js';
import { outlineIn, withOutline } from './outline-text.js';
import type { OutlineBody } from './outline.schemas.js';

/** Changes the outline of a draft: the lines of course.md that say it, and the files that come or go with it. */
@Injectable()
export class ChangeOutline {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly files: FileQueries,
    private readonly facts: Facts,
  ) {}

  /** @returns whether anything moved. @throws not_found, draft_closed, outline_changed, outline_unreadable, name_taken */
  execute(draftId: string, { rev, ...change }: OutlineBody, personId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await lockForWriting(tx, draftId);
      const course = await this.files.find(draftId, 'course.md', undefined, tx);
      if (course?.rev !== rev) throw outlineChanged();
      const text = textOf(course);
      const before = outlineIn(text);
      if (!before) throw outlineUnreadable();
      const after = changed(before, change);
      if (isDeepStrictEqual(before, after)) return false;
      const revs = await this.drafts.revs(draftId, tx);
      const there = new Set((await this.drafts.contents(draftId, tx)).map(({ path }) => path));
      if (isNew(change) && there.has(fileOf(change))) throw nameTaken();
      const next = (path: string, bytes: Buffer | null): FileChange => ({
        ...{ path, bytes, rev: (revs.get(path) ?? 0) + 1 },
      });
      const named = new Set(filesOf(after));
      const gone = filesOf(before).filter((path) => !named.has(path) && there.has(path));
      const changes = [
        next('course.md', Buffer.from(withOutline(text, after))),
        ...gone.map((path) => next(path, null)),
        ...(isNew(change) ? [next(fileOf(change), Buffer.from(firstText(change)))] : []),
      ];
      await writeFiles(tx, { draftId, personId, how: 'outline', changes });
      this.facts.record(tx, 'draft.outlined', { draftId, personId, act: change.act });
      return true;
    });
  }
}

type NewFile = Extract<Change, { slug: string }>;
const isNew = (change: Change): change is NewFile => 'slug' in change;
const fileOf = ({ act, slug }: NewFile) => (act === 'add-quiz' ? `quizzes/${slug}.yaml` : `lessons/${slug}.md`);
const firstText = (change: NewFile) =>
  change.act === 'add-quiz'
    ? firstQuiz(change.title)
    : firstLesson(change.act === 'add-module' ? change.lesson : change.title);
