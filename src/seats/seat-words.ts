const list = new Intl.ListFormat('en');

/** "A, B and C" */
export const listWords = (things: readonly string[]): string => list.format(things);

/** How long access lasts. */
export const durationWords = (days: number | null): string =>
  days === null ? 'Access does not run out.' : `Access lasts ${counted(days, 'day')} from the day you accept.`;

/** "1 seat", "3 seats" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
