/** Hours as people write them: 90 minutes are "1.5". */
export const inHours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

/** A category as people read it, from its slug. */
export const categoryName = (category: string): string =>
  category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ');
