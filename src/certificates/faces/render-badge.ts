import { canDraw, drawnText, setSvg } from '../../documents/index.js';
import { formatDate } from '../../shared/index.js';
import { type Claim, kindTitle } from '../credential/claim.js';
import { colours, rimOf, theSeal } from '../pdf/ornament.js';
import { drawnName } from '../pdf/drawn-name.js';
import { badgeTemplate } from './badge-template.js';

/** The badge as SVG without text: letters are paths, so that it looks the same everywhere. The same claim, the same bytes. */
export function renderBadge(claim: Claim): string {
  const { award, holderName, issuer } = claim;
  return setSvg(badgeTemplate, {
    colours,
    seal: theSeal(),
    initial: issuer.name.charAt(0),
    rim: rimOf(claim),
    kind: kindTitle[award.kind],
    award: drawnText(award.title),
    name: drawnName(holderName, canDraw).name,
    issuer: issuer.name,
    issued: formatDate(new Date(claim.issuedAt)),
    until: claim.validUntil ? formatDate(new Date(claim.validUntil)) : null,
    number: claim.number,
  });
}

/** What the picture shows, for those who do not see it. */
export const badgeTitle = ({ award, holderName, issuer, number }: Claim): string =>
  `${kindTitle[award.kind]}: ${award.title}. Issued by ${issuer.name} to ${holderName}, number ${number}.`;
