import { Injectable } from '@nestjs/common';
import { type Certificate, CertificateQueries } from './certificate.queries.js';
import { noCertificate } from './certificates.errors.js';
import type { SignedCredential } from './credential/sign-credential.js';
import { parseCertificateNumber } from './number/certificate-number.js';

/** Certificates by whatever a person typed; a mistyped number is refused before anything is looked up. */
@Injectable()
export class FindCertificate {
  constructor(private readonly certificates: CertificateQueries) {}

  /** @throws not_found */
  async byNumber(typed: string): Promise<Certificate> {
    const number = parseCertificateNumber(typed);
    const certificate = number === undefined ? undefined : await this.certificates.byNumber(number);
    if (!certificate) throw noCertificate();
    return certificate;
  }

  /** @throws not_found */
  async credential(typed: string): Promise<SignedCredential> {
    const number = parseCertificateNumber(typed);
    const credential = number === undefined ? undefined : await this.certificates.credential(number);
    if (!credential) throw noCertificate();
    return credential;
  }
}
