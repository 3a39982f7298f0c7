import { setImmediate } from 'node:timers/promises';
import { splitQuestion } from '../../bank/split-question.js';
import type { AuthoredQuestion } from '../../authored.js';
import { type AuthoredItem, Authoring, type Defaults } from '../authored-item.js';
import { type ImportFormat, readQuestions } from '../read-questions.js';

export const outcomes = ['new', 'changed', 'same', 'refused'] as const;
export type ImportOutcome = (typeof outcomes)[number];

/** What becomes of one item of a file. */
export interface ReportRow {
  line: number;
  file?: string;
  name: string;
  outcome: ImportOutcome;
  /** Why it is refused. */
  reason?: string;
  /** What was lost or is done in another way here. */
  notes: string[];
  slug?: string;
  type?: string;
}

/** The hashes of the questions as the pool holds them, by slug. */
export type Held = (slugs: string[]) => Promise<Map<string, string>>;

/** Which of these pictures are kept here, by id. */
export type KeptPictures = (ids: string[]) => Promise<Set<string>>;

/** The types of the questions as the pool holds them, by slug. */
export type HeldTypes = (slugs: string[]) => Promise<Map<string, string>>;

const together = 200;

/** Reads a file whole and says of each item what would become of it. No more than 200 questions are held. */
export async function reportOn(file: ImportedFile, held: Held): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for await (const items of itemsOf(file)) {
    const hashes = new Map(
      items.flatMap(({ question }) => (question ? [[question.id, splitQuestion(question).hash]] : [])),
    );
    const known = await held([...hashes.keys()]);
    rows.push(...items.map((item) => rowOf(item, hashes, known)));
  }
  return rows;
}

export interface ImportedFile {
  bytes: Buffer;
  format: ImportFormat;
  defaults: Defaults;
  pictures: KeptPictures;
  types: HeldTypes;
}

/** The items of a file in groups. Between two of them others get their turn. */
export async function* itemsOf(imported: ImportedFile): AsyncGenerator<AuthoredItem[]> {
  const { bytes, format, defaults, pictures, types } = imported;
  const authoring = new Authoring(defaults);
  const takeable = async (items: AuthoredItem[]) => ofTheirType(await withPictures(items, pictures), types);
  let group: AuthoredItem[] = [];
  for await (const item of readQuestions(bytes, format)) {
    group.push(authoring.complete(item));
    if (group.length < together) continue;
    yield await takeable(group);
    group = [];
    await setImmediate();
  }
  if (group.length > 0) yield await takeable(group);
}

/** Refuses what would show a picture that is not here. */
async function withPictures(items: AuthoredItem[], pictures: KeptPictures): Promise<AuthoredItem[]> {
  const shown = new Map(items.map((item) => [item, item.question ? picturesOf(item.question) : []]));
  const ids = [...new Set([...shown.values()].flat())];
  if (ids.length === 0) return items;
  const kept = await pictures(ids);
  return items.map(({ question, ...item }) =>
    question && !picturesOf(question).every((id) => kept.has(id))
      ? { ...item, refused: 'Its picture is not kept here. Send the picture with the editor of any question first.' }
      : { ...item, ...(question && { question }) },
  );
}

/** Refuses what would turn a question that is there into one of another type: its marks could not be regraded. */
async function ofTheirType(items: AuthoredItem[], types: HeldTypes): Promise<AuthoredItem[]> {
  const held = await types(questionsIn(items).map(({ id }) => id));
  return items.map(({ question, ...item }) =>
    question && (held.get(question.id) ?? question.type) !== question.type
      ? {
          ...item,
          refused: `“${question.id}” is here with another type, and a question keeps its type. Rename this one.`,
        }
      : { ...item, ...(question && { question }) },
  );
}

const picturesOf = (question: AuthoredQuestion): string[] =>
  [question, ...(question.type === 'vignette' ? question.parts : [])].flatMap(({ picture }) =>
    picture && 'id' in picture ? [picture.id] : [],
  );

export const questionsIn = (items: AuthoredItem[]): AuthoredQuestion[] =>
  items.flatMap(({ question }) => question ?? []);

function rowOf(item: AuthoredItem, hashes: Map<string, string>, known: Map<string, string>): ReportRow {
  const { line, file, name, notes, question, refused } = item;
  const place = { line, ...(file !== undefined && { file }), name, notes };
  if (!question) return { ...place, outcome: 'refused', reason: refused ?? '' };
  const before = known.get(question.id);
  const outcome = before === undefined ? 'new' : before === hashes.get(question.id) ? 'same' : 'changed';
  return { ...place, outcome, slug: question.id, type: question.type };
}
