// prettier-ignore
const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const nameOf = (month: string): string => names[Number(month.slice(5, 7)) - 1]!;

/** "2026-10-01" → "October 2026" */
export const monthName = (month: string): string => `${nameOf(month)} ${month.slice(0, 4)}`;

/** "2026-10-01" → "Oct 26" */
export const shortMonth = (month: string): string => `${nameOf(month).slice(0, 3)} ${month.slice(2, 4)}`;
