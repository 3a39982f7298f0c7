import type { Topic } from './topics.js';

/** A piece of a mail. A string is a paragraph; a path leads into Glabella. Everything is shown as text, never as markup. */
export type Part =
  | string
  | { heading: string }
  | { list: string[] }
  /** What somebody else wrote, word for word. */
  | { quote: string }
  /** The one thing the mail asks for. */
  | { button: Way }
  | { link: Way };

interface Way {
  label: string;
  path: string;
}

/** One mail: what markup and plain text are made from. */
export interface Letter {
  to: { name: string; email: string };
  /** What the mail is, for lists and filters: `receipt`, `confirm-email` … */
  kind: string;
  /** Left out: a mail that people need, whatever they chose. */
  topic?: Topic;
  subject: string;
  parts: Part[];
  /** A second mail with the same key is not written. */
  dedupeKey?: string;
}

/** How a letter begins; somebody whose name is not known is greeted without one. */
export const greeting = (name: string): string => (name ? `Hello ${name},` : 'Hello,');
