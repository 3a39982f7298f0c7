import type { z } from 'zod';
import type { Separator } from '../marking/separator.js';

/** One part of a question (an option) as this attempt knows it: `id` is made for the attempt, `part` is the author's. */
export interface Slot {
  id: string;
  part: string;
}

/** What is asked (`body`, may be shown) and what is right (`key`, never leaves the server before the review). */
export interface Split<Body, Key> {
  body: Body;
  key: Key;
}

/** Parameters drawn for one paper, decimals as text. */
export type Variant = Record<string, string>;

/** A question as it stands in one paper. */
export interface Posed<Body = object> {
  body: Body;
  slots: Slot[];
  variant: Variant | null;
  /** Between whole and part of a number, in the language of the exam. */
  separator: Separator;
}

/** What an answer earned, and what staff must know of it. */
export interface Outcome {
  /** The share of the marks, from 0 to 1. */
  credit: number;
  /** Why this answer would harm: it fails an exam whatever else was right. */
  critical?: string;
  finding?: Finding;
}

/** Errors that are reported apart, because patients would pay for them. */
export type Finding = 'tenfold' | 'wrong_unit' | 'danger_zone';

/** The right answer in the attempt's own ids, for the review. */
export type Answer = Record<string, unknown>;

/** What a candidate sees beside the question's text; `text` replaces it. */
export type Asked = Record<string, unknown> & { text?: string };

/**
 * All that is to be known of one type of question. Another type is another folder with these answers.
 * Authored questions, bodies, keys and responses are plain JSON, as they are stored.
 */
export interface QuestionType<Authored, Body, Key, Response> {
  /** The fields an author writes beside those that all questions have. */
  readonly authored: z.ZodObject;

  /** What may reach a candidate, field by field: what it does not name is dropped from what `ask` gives. */
  readonly asked: z.ZodObject;

  /** The form of a response. */
  readonly form: z.ZodType;

  /** Whether the parts are drawn in random order. */
  readonly shuffled: boolean;

  /** An examiner marks it, `mark` is never asked. */
  readonly manual?: true;

  /** What no schema can say: the sentence that refuses an authored question, and the field it is about. */
  wrong?(question: Authored): { path: PropertyKey[]; message: string } | undefined;

  split(question: Authored): Split<Body, Key>;

  /** The author's names of the parts that get ids of the attempt. */
  parts(body: Body): string[];

  /** Draws what differs between two papers. `random(n)` is a whole number from 0 to n - 1. */
  draw?(body: Body, random: (below: number) => number): Variant;

  ask(posed: Posed<Body>): Asked;

  /** The response as stored, or null for a cleared one. @throws DomainError response_invalid */
  read(sent: unknown, posed: Posed<Body>): Response | null;

  mark(key: Key, response: Response, posed: Posed<Body>): Outcome;

  reveal(key: Key, posed: Posed<Body>): Answer;

  /** The share of the marks that blind guessing earns on average; null where it cannot be said. */
  guess(body: Body, key: Key): number | null;
}

/** The type of a question taken by its name: what is stored was made by the same type. */
export type AnyQuestionType = QuestionType<object, object, object, object>;
