import type { ClaimedCourse } from '../credential/claim.js';

export interface PassedExam {
  slug: string;
  title: string;
  /** Calendar day, UTC. */
  passedOn: string;
}

/** A licence that stands: reviewed by a person, not expired, not lapsed. */
export interface CountedLicence {
  id: string;
  profession: string;
  jurisdiction: string;
  /** Calendar days. */
  expiresOn: string;
  checkedOn: string;
}

/** Everything a person can show for a certification at one instant; frozen with the application when it is ready. */
export interface Evidence {
  courses: { slug: string; title: string; completed: ClaimedCourse | null }[];
  exams: { slug: string; title: string; passed: PassedExam | null }[];
  licences: CountedLicence[];
  practice: { procedure: string; title: string; signed: number }[];
  /** Whether the certificate to be renewed is suspended for another reason than the licence. */
  suspended: boolean;
  /** Safety corrections that are not confirmed yet, of the courses it asks for; older evidence does not say. */
  recalls?: { id: string; lesson: string }[];
  /** Accepted hours of continuing education since the last certificate began, in minutes by category. */
  hours: Record<string, number>;
  /** When the evaluation of this cycle was given. */
  evaluatedOn: string | null;
}
