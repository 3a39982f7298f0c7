import type { AwardKind, ClaimedCourse } from '../credential/claim.js';

/** What one gets for meeting requirements; today the only requirement is to complete courses. */
export interface Award {
  id: string;
  slug: string;
  kind: AwardKind;
  title: string;
  statement: string;
}

/** An award whose requirements a person meets, with what met them. */
export interface EarnedAward extends Award {
  courses: ClaimedCourse[];
  /** 1, and one more for each certificate of it that was revoked. */
  cycle: number;
}

/** Words that say more than a completed course can: who may treat patients is decided by exam, practice and licence. */
const overclaiming = /\b(certifi(ed|es|cation)|licen[sc]ed?|accredited|qualified|competent)\b/i;

/** The word that makes an award of completion look like a certification, if there is one. */
export const overclaim = (award: Pick<Award, 'kind' | 'title' | 'statement'>): string | undefined =>
  award.kind === 'completion' ? overclaiming.exec(`${award.title} ${award.statement}`)?.[0] : undefined;
