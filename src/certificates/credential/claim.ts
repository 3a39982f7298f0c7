/** What a completed course adds to a certificate, frozen as it was on the day of issue. */
export interface ClaimedCourse {
  slug: string;
  title: string;
  edition: number;
  minutes: number;
  /** Calendar day, UTC. */
  completedOn: string;
}

/** What stood behind a certification on the day of issue, as anybody may read it. */
export interface ClaimedCompetence {
  cycle: number;
  /** What the holder was signed off for. */
  procedures: { slug: string; title: string; signed: number }[];
  exams: { title: string; passedOn: string }[];
  licence: { profession: string; jurisdiction: string; checkedOn: string };
  /** Number of the certificate that this one renews or replaces. */
  follows: string | null;
}

export type AwardKind = 'completion' | 'certification';

/** Every fact a certificate states, and nothing else: what is printed, signed and shown is made from this alone. */
export interface Claim {
  number: string;
  holderName: string;
  award: { id: string; slug: string; kind: AwardKind; title: string; statement: string };
  courses: ClaimedCourse[];
  /** Of certifications only. */
  competence?: ClaimedCompetence;
  /** Whole seconds, UTC. */
  issuedAt: string;
  validUntil: string | null;
  issuer: { id: string; name: string; url: string };
}

export const totalMinutes = (claim: Claim): number => claim.courses.reduce((sum, course) => sum + course.minutes, 0);

/** Study time to the minute, so that the courses add up to the total: "45 min", "2 h", "1 h 52 min". */
export function studyTime(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** What this kind of certificate is called. Completing courses is never called a certification. */
export const kindTitle: Record<AwardKind, string> = {
  completion: 'Certificate of completion',
  certification: 'Certification',
};
