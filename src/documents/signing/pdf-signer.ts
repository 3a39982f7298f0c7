import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';

/** Whatever holds the key that documents are signed with: a PEM file today, tomorrow a device that never gives it away. */
export interface PdfSigner {
  readonly certificate: X509Certificate;
  /** Who issued it, and who issued that one, as far as known. */
  readonly issuers: readonly X509Certificate[];
  /** Every certificate whose signature we know as ours: the present one and those before it. */
  readonly known: readonly X509Certificate[];
  /** RSASSA-PKCS1-v1_5 with SHA-256 over `data`: the same bytes for the same data. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const signData = promisify(sign);

/**
 * A signer from PEM texts: an RSA key, and certificates of which the first belongs to the key; issuers and former
 * certificates follow in any order. @throws Error that says what does not fit, without printing the key
 */
export function pemSigner(keyPem: string, certificatesPem: string): PdfSigner {
  const key = createPrivateKey(keyPem);
  if (key.asymmetricKeyType !== 'rsa') throw new Error('The key that signs PDFs must be an RSA key.');
  const [certificate, ...others] = (certificatesPem.match(block) ?? []).map((pem) => new X509Certificate(pem));
  if (!certificate?.checkPrivateKey(key)) throw new Error('The first certificate does not belong to the key.');
  const issuers = issuersOf(certificate, others);
  const known = [certificate, ...others.filter((one) => !one.ca && !issuers.includes(one))];
  return { certificate, issuers, known, sign: (data) => signData('sha256', data, key) };
}

function issuersOf(certificate: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const issuer = others.find((one) => one.ca && certificate.checkIssued(one) && certificate.verify(one.publicKey));
  if (!issuer) return [];
  const rest = others.filter((one) => one !== issuer);
  return [issuer, ...issuersOf(issuer, rest)];
}
