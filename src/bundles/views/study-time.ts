/** "45 minutes", "about 7 hours": rounded to half hours from an hour and a half on. */
export function studyTime(minutes: number): string {
  if (minutes < 90) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const halves = Math.round(minutes / 30);
  return `about ${halves % 2 === 0 ? halves / 2 : `${(halves - 1) / 2}½`} hours`;
}

/** "1 course", "5 courses" */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
