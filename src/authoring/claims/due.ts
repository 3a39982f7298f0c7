import type { StandingClaim } from '../../courses/index.js';

/** How long a review stands. */
const months = 12;

/** A claim with the day on which its review falls due. */
export interface DueClaim extends StandingClaim {
  /** `2027-11-15` */
  due: string;
}

/** The day a year on; the last of the month where that month is shorter. */
export function dueOn(reviewed: string): string {
  const [year, month, day] = reviewed.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The claims that fall due until then, the longest overdue first. */
export function dueBy(claims: StandingClaim[], until: string): DueClaim[] {
  return claims
    .map((claim) => ({ ...claim, due: dueOn(claim.reviewed) }))
    .filter(({ due }) => due <= until)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** So many days on from an instant, as a day in UTC. */
export const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
