import type { Evidence } from '../certifications/evidence.js';
import type { Certification } from '../certifications/requirements.js';
import type { Claim, ClaimedCompetence } from '../credential/claim.js';

/**
 * What a certification says of its holder. A renewal asks for no new practice: it keeps the procedures and exams of the
 * certificate it follows, a reduced scope included.
 */
export function competenceOf(
  { requirements }: Certification,
  cycle: number,
  evidence: Evidence,
  follows?: Pick<Claim, 'number' | 'competence'>,
): ClaimedCompetence {
  const licence = evidence.licences.find(({ profession }) => requirements.professions.includes(profession))!;
  const { profession, jurisdiction, checkedOn } = licence;
  return {
    cycle,
    procedures:
      follows?.competence?.procedures ??
      evidence.practice.map(({ procedure, title, signed }) => ({ slug: procedure, title, signed })),
    exams:
      follows?.competence?.exams ??
      evidence.exams.flatMap(({ title, passed }) => (passed ? [{ title, passedOn: passed.passedOn }] : [])),
    licence: { profession, jurisdiction, checkedOn },
    follows: follows?.number ?? null,
  };
}
