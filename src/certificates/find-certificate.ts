import { Injectable } from '@nestjs/common';
import { type Certificate, CertificateQueries, type SignedCertificate } from './certificate.queries.js';
import { noCertificate } from './certificates.errors.js';
import { MissLimit } from './limits.js';
import { networkOf } from './network-of.js';
import { parseCertificateNumber } from './number/certificate-number.js';

/** Certificates by whatever a person typed. `ip` is the address of whoever asks, for the limit on guessing. */
@Injectable()
export class FindCertificate {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly misses: MissLimit,
  ) {}

  /** @throws not_found · too_many_look_ups */
  byNumber(typed: string, ip: string | undefined): Promise<Certificate> {
    return this.lookUp(typed, ip, (number) => this.certificates.byNumber(number));
  }

  /** @throws not_found · too_many_look_ups */
  signed(typed: string, ip: string | undefined): Promise<SignedCertificate> {
    return this.lookUp(typed, ip, (number) => this.certificates.signed(number));
  }

  /** A mistyped number is refused before anything is looked up. */
  private async lookUp<T>(
    typed: string,
    ip: string | undefined,
    look: (number: string) => Promise<T | undefined>,
  ): Promise<T> {
    const number = parseCertificateNumber(typed);
    if (number === undefined) throw noCertificate();
    const client = networkOf(ip);
    this.misses.refuseIfGuessing(client);
    const found = await look(number);
    if (found) return found;
    this.misses.note(client);
    throw noCertificate();
  }
}
