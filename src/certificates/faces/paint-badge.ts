import sharp from 'sharp';
import type { Claim } from '../credential/claim.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { bakePng } from './baked-png.js';
import { bakeSvg } from './baked-svg.js';
import { badgeTitle, renderBadge } from './render-badge.js';

/** Pixels along each side. */
const side = 1000;

/** The badge as SVG, the signed credential inside. */
export const badgeSvg = (claim: Claim, credential: SignedCredential): string =>
  bakeSvg(renderBadge(claim), badgeTitle(claim), JSON.stringify(credential));

/** The badge as PNG, 1000 by 1000, the signed credential inside. */
export async function badgePng(claim: Claim, credential: SignedCredential): Promise<Buffer> {
  const picture = await sharp(Buffer.from(renderBadge(claim)), { density: 200 })
    .resize(side, side)
    .png({ compressionLevel: 6 })
    .toBuffer();
  return bakePng(picture, JSON.stringify(credential));
}
