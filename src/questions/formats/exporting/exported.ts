import { exact } from '../../marking/decimal.js';
import type { Tolerance } from '../../marking/tolerance.js';
import { type AuthoredPart, type AuthoredQuestion, authoredQuestion } from '../../authored.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';

/** The fields of the types that formats know; `authoredQuestion` has checked them. */
export interface Fields {
  options: { id: string; text: string; correct: boolean; credit?: string }[];
  scoring: 'all' | 'perOption';
  answer: string;
  tolerance: Tolerance;
  unit?: string;
  units?: { unit: string; factor?: string; product?: string }[];
  accept: { text: string; credit: string }[];
  caseSensitive: boolean;
  stems: { id: string; text: string; match: string }[];
  choices: { id: string; text: string }[];
  items: { id: string; text: string }[];
  gaps: ({ id: string; kind: 'text' | 'number' | 'choice'; weight: number } & Pick<
    Fields,
    'accept' | 'caseSensitive' | 'answer' | 'tolerance' | 'options'
  >)[];
  rubric: { criterion: string; marks: number; levels: { marks: number; text: string }[] }[];
  words?: { min?: number; max?: number };
  maxFiles: number;
}

export type Exportable = AuthoredPart & Fields;

/** Types that no other system asks as we do: elsewhere their text stands for a person to mark. */
const ours = new Set(['vignette', 'dosing', 'hotspot', 'faceMap']);

/**
 * A question as formats can hold it. What they cannot is named in `notes`; our own files carry it whole beside (`believed`).
 */
export function exportable(question: AuthoredQuestion, notes: Notes): Exportable {
  if (question.picture) notes.add('Its picture does not go along: other systems show the question without it.');
  return ours.has(question.type) ? inWords(question, notes) : (question as unknown as Exportable);
}

function inWords(question: AuthoredQuestion, notes: Notes): Exportable {
  notes.add('Other systems get its text alone, for a person to mark.');
  const parts = question.type === 'vignette' ? question.parts : [];
  const marks = question.type === 'vignette' ? parts.reduce((sum, part) => sum + part.marks, 0) : question.marks;
  const { id, topic, source } = question;
  return {
    ...{ id, topic, source, type: 'essay', marks, feedback: 'feedback' in question ? question.feedback : '' },
    text: [question.text, ...parts.map((part, at) => `${at + 1}. ${part.text}`)].join('\n'),
    rubric: [{ criterion: 'As its key says in the system it comes from', marks, levels: [] }],
  } as unknown as Exportable;
}

/** A tolerance as a middle and a distance. @throws ItemRefused for significant figures */
export function aroundOf(answer: string, tolerance: Tolerance, notes: Notes): { answer: string; by: string } {
  switch (tolerance.kind) {
    case 'absolute':
      return { answer, by: tolerance.by };
    case 'relative':
      notes.add('The relative tolerance becomes a distance of the same width.');
      return { answer, by: exact(answer).abs().times(tolerance.percent).div(100).toFixed() };
    case 'range': {
      const middle = exact(tolerance.from).plus(tolerance.to).div(2);
      if (!middle.eq(answer)) notes.add('The middle of the range stands as its answer.');
      return { answer: middle.toFixed(), by: middle.minus(tolerance.from).toFixed() };
    }
    case 'figures':
      return refuse('Significant figures cannot be said in this format.');
  }
}

/** What examiners judge by, as text. */
export const rubricText = ({ rubric }: Exportable, notes: Notes): string => {
  notes.add('The rubric becomes text for whoever marks it.');
  return rubric
    .map(({ criterion, marks, levels }) =>
      [`${criterion} (${marks})`, ...levels.map((level) => `- ${level.marks}: ${level.text}`)].join('\n'),
    )
    .join('\n');
};

/** The percentage of a share, up to five digits after the point. */
export const percentOf = (share: string): string => exact(share).times(100).toDecimalPlaces(5).toFixed();

/**
 * The question an own file carries beside what its format can say, but only as long as writing it again gives what
 * stands there: whoever changed the file meant the change.
 */
export function believed(carried: string, native: Draft, again: (question: AuthoredQuestion) => Draft): Draft {
  try {
    const parsed = authoredQuestion.safeParse(JSON.parse(carried));
    if (parsed.success && JSON.stringify(again(parsed.data)) === JSON.stringify(native)) return { ...parsed.data };
  } catch {
    // Not JSON, or no longer to be written: what the format says stands.
  }
  return native;
}
