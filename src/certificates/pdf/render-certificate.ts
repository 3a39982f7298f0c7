import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatDate } from '../../shared/index.js';
import { type Claim, kindTitle, studyTime, totalMinutes } from '../credential/claim.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { drawnName } from './drawn-name.js';
import { readFonts, readNameCoverage } from './fonts.js';
import { qrSvg } from './qr.js';
import { sealSvg } from './seal.js';
import { template } from './template.js';

const colours = { paper: '#faf7f1', ink: '#1d2a2c', soft: '#5d6b6c', line: '#cfc8b8', accent: '#0f6b6b' };

interface Press {
  compiler: NodeCompiler;
  canPrint: (text: string) => boolean;
  seal: string;
}
let press: Press | undefined;

/** Loads the fonts and the compiler once; the first certificate is then as quick as the next. */
export function warmUpPress(): Press {
  press ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: readFonts() }] }),
    canPrint: readNameCoverage(),
    seal: sealSvg(colours.accent, colours.paper),
  };
  return press;
}

/**
 * The certificate as PDF/A-3a, tagged; the same claim gives the same bytes. `address` is where it is verified; the signed
 * credential travels inside as an attachment, so that the paper's file proves itself.
 */
export function renderCertificate(claim: Claim, address: string, credential?: SignedCredential): Buffer {
  const { compiler, canPrint, seal } = warmUpPress();
  const attached = credential ? JSON.stringify(credential) : null;
  const data = { ...printed(claim, canPrint), colours, seal, ...checking(address), credential: attached };
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  if (!compiled.result)
    throw new Error(`typst: ${JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics()!))}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-3a' });
  compiler.evictCache(10);
  return pdf;
}

function printed(claim: Claim, canPrint: (text: string) => boolean) {
  const { award, holderName, issuer, courses } = claim;
  const issued = new Date(claim.issuedAt);
  const drawn = (text: string) => [...text].map((character) => (canPrint(character) ? character : '?')).join('');
  return {
    title: `${kindTitle[award.kind]}: ${award.title}`,
    description: `${claim.number}, issued to ${holderName}`,
    issuer: issuer.name,
    kind: kindTitle[award.kind],
    initial: issuer.name.charAt(0),
    rim: `${issuer.name} · ${kindTitle[award.kind]} · `.toUpperCase(),
    ...drawnName(holderName, canPrint),
    statement: drawn(award.statement),
    award: drawn(award.title),
    courses: courses.map((course) => ({
      title: drawn(course.title),
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
