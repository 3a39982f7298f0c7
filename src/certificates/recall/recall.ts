/** A question that shows whether the correction was understood: one answer is right. */
export interface CheckQuestion {
  text: string;
  right: string;
  wrong: string[];
}

export const recallStatuses = ['proposed', 'published', 'refused', 'ended'] as const;
export type RecallStatus = (typeof recallStatuses)[number];

/** The answers in an order that does not tell which is right. */
export const optionsOf = ({ right, wrong }: CheckQuestion): string[] =>
  [right, ...wrong].sort((a, b) => a.localeCompare(b, 'en'));

/** The field of one answer: `answer1`, `answer2`, `answer3`. */
export const answerField = (index: number): string => `answer${index + 1}`;
