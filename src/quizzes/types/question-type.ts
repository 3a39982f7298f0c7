import type { QuizQuestion } from '../../courses/index.js';

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

/**
 * All that the room must know of one type of question. Another type is another file with these answers.
 * Bodies, keys and responses are plain JSON, as they are stored.
 */
export interface QuestionType<Authored extends QuizQuestion, Body, Key, Response> {
  split(question: Authored): Split<Body, Key>;

  /** The author's names of the parts that get ids of the attempt; drawn in random order when `shuffled`. */
  parts(body: Body): string[];
  readonly shuffled: boolean;

  /** What a candidate sees, named part by part: nothing else of a question reaches a page or an answer. */
  ask(body: Body, slots: Slot[]): Asked;

  /** The response as stored, or null for a cleared one. @throws DomainError response_invalid */
  read(sent: unknown, slots: Slot[]): Response | null;

  /** The share of the marks that the response earns, from 0 to 1. */
  credit(key: Key, response: Response, slots: Slot[]): number;

  /** The right answer in the attempt's own ids, for the review. */
  reveal(key: Key, slots: Slot[]): Answer;
}

export interface Asked {
  text: string;
  options?: { id: string; text: string }[];
  unit?: string;
}

export type Answer = { options: string[] } | { value: boolean } | { value: string; tolerance: string };

/** The type of a question taken by its name. */
export type AnyQuestionType = QuestionType<QuizQuestion, object, object, object>;
