import { Injectable, type PipeTransform } from '@nestjs/common';
import { noCertificate } from '../certificates.errors.js';
import { parseCertificateNumber } from './certificate-number.js';

/** A number in an address, as stored. @throws not_found when it is mistyped: it tells no more than an unknown one */
@Injectable()
export class NumberPipe implements PipeTransform<string, string> {
  transform(typed: string): string {
    const number = parseCertificateNumber(typed);
    if (number === undefined) throw noCertificate();
    return number;
  }
}
