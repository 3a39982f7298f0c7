import { addresses, holderId, statusPlace } from './addresses.js';
import { professionName } from '../certifications/profession-name.js';
import { type Claim, type ClaimedCompetence, type ClaimedCourse, studyTime } from './claim.js';
import type { HashedEmail } from './recipient.js';

export const contextUrls = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

const schemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** The claim as an unsigned Open Badges 3.0 credential. */
export function openBadge(claim: Claim, recipient: HashedEmail | null, statusIndex: number, baseUrl: string) {
  const at = addresses(baseUrl);
  const issuer = { id: claim.issuer.id, type: ['Profile'], name: claim.issuer.name, url: claim.issuer.url };
  return {
    '@context': contextUrls,
    id: at.credential(claim.number),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: claim.award.title,
    issuer,
    validFrom: claim.issuedAt,
    ...(claim.validUntil && { validUntil: claim.validUntil }),
    credentialSubject: {
      id: holderId(at.credential(claim.number)),
      type: ['AchievementSubject'],
      name: claim.holderName,
      ...(recipient && { identifier: [recipient] }),
      achievement: achievement(claim),
    },
    evidence: [...claim.courses.map(evidence), ...(claim.competence ? competence(claim.competence) : [])],
    credentialStatus: statusEntry(at, statusIndex),
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
  };
}

function achievement({ award, number, issuer }: Claim) {
  return {
    id: `urn:uuid:${award.id}`,
    type: ['Achievement'],
    achievementType: award.kind === 'completion' ? 'Certificate' : 'Certification',
    name: award.title,
    description: `The holder ${award.statement}.`,
    humanCode: award.slug,
    criteria: { narrative: `The holder ${award.statement}. The courses are listed as evidence. Number ${number}.` },
    creator: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url },
  };
}

function evidence(course: ClaimedCourse) {
  return {
    type: ['Evidence'],
    genre: 'Course',
    name: course.title,
    description: `Edition ${course.edition}, ${studyTime(course.minutes)}, completed on ${course.completedOn}.`,
  };
}

/** What was observed and examined, and the licence behind it. Names of procedures are ours; nothing is said of patients. */
function competence({ procedures, exams, licence }: ClaimedCompetence) {
  return [
    ...exams.map(({ title, passedOn }) => one('Examination', title, `Passed on ${passedOn}.`)),
    ...procedures.map(({ title, signed }) => one('Practice', title, `${signed} observed and signed by a preceptor.`)),
    one(
      'Licence',
      `${professionName(licence.profession)}, ${licence.jurisdiction}`,
      `Reviewed by a person, checked on ${licence.checkedOn}.`,
    ),
  ];
}

const one = (genre: string, name: string, description: string) => ({ type: ['Evidence'], genre, name, description });

function statusEntry(at: ReturnType<typeof addresses>, index: number) {
  const { list, position } = statusPlace(index);
  return {
    id: `${at.statusList(list)}#${position}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(position),
    statusListCredential: at.statusList(list),
  };
}
