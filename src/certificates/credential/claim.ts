/** What a completed course adds to a certificate, frozen as it was on the day of issue. */
export interface ClaimedCourse {
  slug: string;
  title: string;
  edition: number;
  minutes: number;
  /** Calendar day, UTC. */
  completedOn: string;
}

export type AwardKind = 'completion' | 'certification';

/** Every fact a certificate states, and nothing else: what is printed, signed and shown is made from this alone. */
export interface Claim {
  number: string;
  holderName: string;
  award: { id: string; slug: string; kind: AwardKind; title: string; statement: string };
  courses: ClaimedCourse[];
  /** Whole seconds, UTC. */
  issuedAt: string;
  validUntil: string | null;
  issuer: { id: string; name: string; url: string };
}

export const totalMinutes = (claim: Claim): number => claim.courses.reduce((sum, course) => sum + course.minutes, 0);

/** Study time as people say it, in half hours once it is longer than one: "45 minutes", "1 hour", "2.5 hours". */
export function studyTime(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.round(minutes / 30) / 2;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** What this kind of certificate is called. Completing courses is never called a certification. */
export const kindTitle: Record<AwardKind, string> = {
  completion: 'Certificate of completion',
  certification: 'Certification',
};
