import type { TypeName, Variant } from '../types/index.js';

/** The picture of a question, as candidates get it. */
export interface ShownPicture {
  id: string;
  alt: string;
  width: number;
  height: number;
}

/** What is asked: it may be shown to a candidate through `ask` of its type. */
export interface StoredBody {
  text: string;
  picture?: ShownPicture;
  /** Of a case alone. */
  parts?: StoredPart[];
}

/** One question of a case. */
export interface StoredPart {
  id: string;
  type: TypeName;
  marks: number;
  critical: boolean;
  body: StoredBody;
}

/** What is right and why: stored apart from what is asked. */
export interface StoredKey {
  right: object;
  feedback: string;
  source: string;
  /** Of a case alone, by part. */
  parts?: Record<string, StoredKey>;
}

/** Which version, and which part of it if it is a case. */
export interface Asking {
  part?: string;
  variant?: Variant | null;
}

/** What is asked at one place of a paper. */
export function bodyOf(body: StoredBody, { part }: Asking): StoredBody {
  return part === undefined ? body : body.parts!.find(({ id }) => id === part)!.body;
}

/** What is right at one place of a paper. */
export const keyOf = (key: StoredKey, { part }: Asking): StoredKey => (part === undefined ? key : key.parts![part]!);
