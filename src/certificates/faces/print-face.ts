import { Injectable } from '@nestjs/common';
import type { SignedCertificate } from '../certificate.queries.js';
import { PrintCertificate } from '../pdf/print-certificate.js';
import { badgePng, badgeSvg } from './paint-badge.js';

/** Faces that are also looked at. The same certificate gives the same bytes, as long as fonts and layout are the same. */
export const printedFaces = ['png', 'svg', 'pdf'] as const;
export type PrintedFace = (typeof printedFaces)[number];

/** A certificate as a file to look at, with the signed credential inside. */
@Injectable()
export class PrintFace {
  constructor(private readonly pdf: PrintCertificate) {}

  async execute(face: PrintedFace, certificate: SignedCertificate): Promise<Buffer> {
    const { claim, credential } = certificate;
    if (face === 'png') return badgePng(claim, credential);
    if (face === 'svg') return Buffer.from(badgeSvg(claim, credential));
    return this.pdf.execute(certificate);
  }
}
