import { Injectable } from '@nestjs/common';
import { signPdf } from '../../documents/index.js';
import { Config } from '../../shared/index.js';
import type { SignedCertificate } from '../certificate.queries.js';
import { addresses } from '../credential/addresses.js';
import { PdfKey } from '../issuer/pdf-key.js';
import { renderCertificate } from './render-certificate.js';

/** A certificate as the file that is printed: PDF/A-3a and PDF/UA-1, signed, with the credential inside. */
@Injectable()
export class PrintCertificate {
  constructor(
    private readonly key: PdfKey,
    private readonly config: Config,
  ) {}

  /** The same certificate gives the same bytes, because the time in the signature is that of issue. */
  async execute(certificate: Pick<SignedCertificate, 'claim' | 'number' | 'credential'>): Promise<Buffer> {
    const { claim, number, credential } = certificate;
    const sheet = renderCertificate(claim, addresses(this.config.baseUrl).verify(number), credential);
    return signPdf(sheet, await this.key.get(), new Date(claim.issuedAt), `Certificate ${number}`);
  }
}
