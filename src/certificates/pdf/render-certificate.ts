import { canDraw, drawnText, setPdf } from '../../documents/index.js';
import { formatDate } from '../../shared/index.js';
import { type Claim, kindTitle, studyTime, totalMinutes } from '../credential/claim.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { drawnName } from './drawn-name.js';
import { qrSvg } from './qr.js';
import { sealSvg } from './seal.js';
import { template } from './template.js';

const colours = { paper: '#faf7f1', ink: '#1d2a2c', soft: '#5d6b6c', line: '#cfc8b8', accent: '#0f6b6b' };

let seal: string | undefined;

/**
 * The certificate as PDF/A-3a, tagged; the same claim gives the same bytes. `address` is where it is verified; the signed
 * credential travels inside as an attachment, so that the paper's file proves itself.
 */
export function renderCertificate(claim: Claim, address: string, credential?: SignedCredential): Buffer {
  seal ??= sealSvg(colours.accent, colours.paper);
  const attached = credential ? JSON.stringify(credential) : null;
  return setPdf(template, { ...printed(claim), colours, seal, ...checking(address), credential: attached });
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
    rim: `${issuer.name} · ${kindTitle[award.kind]} · `.toUpperCase(),
    ...drawnName(holderName, canDraw),
    statement: drawnText(award.statement),
    award: drawnText(award.title),
    courses: courses.map((course) => ({
      title: drawnText(course.title),
      edition: String(course.edition),
      time: studyTime(course.minutes),
      completed: formatDate(new Date(course.completedOn)),
    })),
    issued: formatDate(issued),
    time: studyTime(totalMinutes(claim)),
    date: [issued.getUTCFullYear(), issued.getUTCMonth() + 1, issued.getUTCDate()],
    number: claim.number,
    footer: footers[award.kind](issuer.name),
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
