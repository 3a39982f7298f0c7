/** A shallow copy without these members. */
export function omit(from: object, ...members: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([member]) => !members.includes(member)));
}
