import { canDraw, drawnText, setPdf } from '../../documents/index.js';
import { formatDate } from '../../shared/index.js';
import { professionName } from '../certifications/profession-name.js';
import { type Claim, type ClaimedCompetence, kindTitle, studyTime, totalMinutes } from '../credential/claim.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { drawnName } from './drawn-name.js';
import { colours, rimOf, theSeal } from './ornament.js';
import { qrSvg } from './qr.js';
import { template } from './template.js';

/**
 * The certificate as PDF/A-3a, tagged; the same claim gives the same bytes. `address` is where it is verified; the signed
 * credential travels inside as an attachment, so that the paper's file proves itself.
 */
export function renderCertificate(claim: Claim, address: string, credential?: SignedCredential): Buffer {
  return setPdf(template, certificateSheet(claim, address, credential));
}

/** What the template is given. */
export function certificateSheet(claim: Claim, address: string, credential?: SignedCredential): object {
  const attached = credential ? JSON.stringify(credential) : null;
  return { ...printed(claim), colours, seal: theSeal(), ...checking(address), credential: attached };
}

function printed(claim: Claim) {
  const { award, holderName, issuer, courses } = claim;
  const issued = new Date(claim.issuedAt);
  return {
    title: `${kindTitle[award.kind]}: ${award.title}`,
    description: `${claim.number}, issued to ${holderName}`,
    issuer: issuer.name,
    kind: kindTitle[award.kind],
    initial: issuer.name.charAt(0),
    rim: rimOf(claim),
    ...drawnName(holderName, canDraw),
    statement: drawnText(award.statement),
    award: drawnText(award.title),
    ...(claim.competence ? practised(claim.competence) : studied(courses)),
    issued: formatDate(issued),
    second: claim.validUntil
      ? ['Valid until', formatDate(new Date(claim.validUntil))]
      : ['Course length', studyTime(totalMinutes(claim))],
    date: [issued.getUTCFullYear(), issued.getUTCMonth() + 1, issued.getUTCDate()],
    number: claim.number,
    footer: footers[award.kind](issuer.name),
  };
}

const studied = (courses: Claim['courses']) => ({
  columns: ['Course', 'Edition', 'Course length', 'Completed'],
  rows: courses.map(({ title, edition, minutes, completedOn }) => [
    drawnText(title),
    String(edition),
    studyTime(minutes),
    formatDate(new Date(completedOn)),
  ]),
  competence: null,
});

/** What a certification stands on: procedures as rows, exam and licence in a sentence below. */
function practised({ procedures, exams, licence }: ClaimedCompetence) {
  const passed = exams.map(({ title, passedOn }) => `${title} passed on ${formatDate(new Date(passedOn))}.`);
  const seen = `Licence ${professionName(licence.profession)}, ${licence.jurisdiction}, checked on ${formatDate(new Date(licence.checkedOn))}.`;
  return {
    columns: ['Procedure', 'Observed and signed'],
    rows: procedures.map(({ title, signed }) => [drawnText(title), String(signed)]),
    competence: drawnText([...passed, seen].join(' ')),
  };
}

const footers = {
  completion: (issuer: string) =>
    `This certificate of completion records study with ${issuer}. It does not assess clinical competence and is no licence to practise. Whether it still stands is shown, at any time, at the address above.`,
  certification: (issuer: string) =>
    `Issued by ${issuer}. Whether it still stands is shown, at any time, at the address above.`,
};

const checking = (address: string) => ({
  address,
  place: address.replace(/^https?:\/\//, '').replace(/[^/]*$/, ''),
  qr: qrSvg(address, colours.ink),
});
