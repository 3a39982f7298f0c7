import { randomBytes, randomUUID } from 'node:crypto';
import type { Slot, TypeName, Variant } from '../../questions/index.js';
import type { DrawnQuestion } from './draw-paper.js';

/** One position of a paper: which version of which question, under which ids this attempt knows it. */
export interface PaperQuestion {
  id: string;
  versionId: string;
  type: TypeName;
  marks: number;
  /** Wrong means failed. Older papers do not say. */
  critical?: boolean;
  slots: Slot[];
  variant?: Variant | null;
  /** The question of a case that this is, by its author's name. */
  part?: string;
  /** The case in this attempt: its questions stand together. */
  case?: string;
}

/** The frozen questions, options and order of one attempt. */
export type Paper = PaperQuestion[];

/** Gives what was drawn ids that mean nothing outside the attempt. */
export function freezePaper(drawn: DrawnQuestion[]): Paper {
  const cases = new Map<string, string>();
  const caseOf = (versionId: string) => {
    if (!cases.has(versionId)) cases.set(versionId, randomBytes(6).toString('hex'));
    return cases.get(versionId)!;
  };
  return drawn.map(({ versionId, type, marks, critical, parts, variant, part }) => ({
    id: randomUUID(),
    ...{ versionId, type, marks, critical, variant },
    slots: parts.map((named) => ({ id: randomBytes(6).toString('hex'), part: named })),
    ...(part !== undefined && { part, case: caseOf(versionId) }),
  }));
}
