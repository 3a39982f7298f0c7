import { type Claim, kindTitle } from '../credential/claim.js';
import { sealSvg } from './seal.js';

/** The colours of paper, in print and on the badge. */
export const colours = { paper: '#faf7f1', ink: '#1d2a2c', soft: '#5d6b6c', line: '#cfc8b8', accent: '#0f6b6b' };

let seal: string | undefined;

/** The seal, drawn once per process. */
export const theSeal = (): string => (seal ??= sealSvg(colours.accent, colours.paper));

/** The words around it. */
export const rimOf = ({ issuer, award }: Claim): string => `${issuer.name} · ${kindTitle[award.kind]} · `.toUpperCase();
