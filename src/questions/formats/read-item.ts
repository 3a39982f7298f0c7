import { ItemRefused } from './refusals.js';

/** A question as a file says it, in the form of authors: what the file does not say is filled in later. */
export type Draft = Record<string, unknown> & { type: string; text: string; id?: string; feedback?: string };

/** One item of a file, in the order of the file. */
export interface ReadItem {
  /** The line where it begins, and the file of a package. */
  line: number;
  file?: string;
  /** What its author called it; a name may be missing. */
  name: string;
  /** What was lost or is done in another way here. */
  notes: string[];
  question?: Draft;
  /** Why it is not taken. */
  refused?: string;
}

/** What a reader gathers about one item while it reads. */
export class Notes {
  readonly list: string[] = [];

  add(note: string): void {
    if (!this.list.includes(note)) this.list.push(note);
  }
}

/** Reads one item; what refuses it becomes its reason. Anything unforeseen rises. */
export function readItem(place: Pick<ReadItem, 'line' | 'file' | 'name'>, read: (notes: Notes) => Draft): ReadItem {
  const notes = new Notes();
  try {
    const question = read(notes);
    return { ...place, notes: notes.list, question };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...place, notes: notes.list, refused: error.message };
  }
}
