import { randomBytes, randomUUID } from 'node:crypto';
import type { Slot, TypeName } from '../types/index.js';
import type { DrawnQuestion } from './draw-paper.js';

/** One position of a paper: which version of which question, under which ids this attempt knows it. */
export interface PaperQuestion {
  id: string;
  versionId: string;
  type: TypeName;
  marks: number;
  slots: Slot[];
}

/** The frozen questions, options and order of one attempt. */
export type Paper = PaperQuestion[];

/** Gives what was drawn ids that mean nothing outside the attempt. */
export function freezePaper(drawn: DrawnQuestion[]): Paper {
  return drawn.map(({ versionId, type, marks, parts }) => ({
    id: randomUUID(),
    versionId,
    type,
    marks,
    slots: parts.map((part) => ({ id: randomBytes(6).toString('hex'), part })),
  }));
}
