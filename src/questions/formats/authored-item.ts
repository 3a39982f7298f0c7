import { type AuthoredQuestion, authoredQuestion } from '../authored.js';
import { FreeNames, slugOf } from './names.js';
import type { ReadItem } from './read-item.js';

/** What the importing person says for questions whose file does not. */
export interface Defaults {
  topic: string;
  /** Where the questions come from, for those that name no source. */
  source: string;
}

/** An item in the form of authors, or refused with its reason. */
export interface AuthoredItem {
  line: number;
  file?: string;
  name: string;
  notes: string[];
  question?: AuthoredQuestion;
  refused?: string;
}

/** Brings items to the form of authors, each under a name of its own in the file: the same file gives the same names. */
export class Authoring {
  private readonly names = new FreeNames();

  constructor(private readonly defaults: Defaults) {}

  complete({ question: draft, ...item }: ReadItem): AuthoredItem {
    if (!draft) return item;
    const id = this.names.next(slugOf(draft.id ?? item.name, slugOf(draft.text, 'question')));
    // A case explains nothing by itself: each of its questions does.
    const explains = draft.type === 'vignette' || Boolean(draft.feedback);
    const notes = [...item.notes, ...(explains ? [] : ['It explains nothing: write why the answer is right.'])];
    const { topic, source } = this.defaults;
    const unexplained = explains ? {} : { feedback: 'No explanation was given.' };
    const filled = { topic, source, ...defined(draft), ...unexplained, id };
    const parsed = authoredQuestion.safeParse(filled);
    const named = { ...item, name: item.name || draft.text.slice(0, 60), notes };
    if (parsed.success) return { ...named, question: parsed.data };
    return { ...named, refused: reasonOf(parsed.error.issues[0]!) };
  }
}

const defined = (draft: object) => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

/** The first thing that is wrong, with the field it is about: `options 2, text: it is empty`. */
function reasonOf({ path, message }: { path: PropertyKey[]; message: string }): string {
  const field = path.map((each) => (typeof each === 'number' ? String(each + 1) : String(each))).join(' ');
  return field === '' ? message : `${field}: ${message}`;
}
