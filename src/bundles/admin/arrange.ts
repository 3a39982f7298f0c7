export type Move = 'up' | 'down' | 'remove' | 'add';

/** The courses after one of them was moved, added or taken out. A move that leads nowhere changes nothing. */
export function arrange(courses: readonly string[], move: Move, course: string): string[] {
  const at = courses.indexOf(course);
  if (move === 'add') return at < 0 ? [...courses, course] : [...courses];
  const rest = courses.filter((each) => each !== course);
  if (at < 0 || move === 'remove') return rest;
  return rest.toSpliced(Math.max(0, at + (move === 'up' ? -1 : 1)), 0, course);
}
