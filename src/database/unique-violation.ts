/** True when PostgreSQL refused a row because of a unique index (of this name, if given). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = error as { code?: string; constraint?: string; driverError?: { code?: string; constraint?: string } };
  const refusal = cause.driverError ?? cause;
  return refusal.code === '23505' && (constraint === undefined || refusal.constraint === constraint);
}
