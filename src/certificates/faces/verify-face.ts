import { Injectable } from '@nestjs/common';
import type { SignedCertificate } from '../certificate.queries.js';
import { isPrintable } from '../certificate-status.js';
import { unreadableFace } from '../certificates.errors.js';
import type { Trust, Verdict } from '../credential/verdict.js';
import { verifyCredential } from '../credential/verify-credential.js';
import { FindCertificate } from '../find-certificate.js';
import { PdfKey } from '../issuer/pdf-key.js';
import { Issuer } from '../issuer/issuer.js';
import { StatusLists } from '../issuer/status-lists.js';
import { LogQueries } from '../log/log.queries.js';
import { UploadLimit } from '../limits.js';
import { networkOf } from '../network-of.js';
import { publicFacts } from '../public-facts.js';
import { pdfSignature } from '../../documents/index.js';
import { Clock, Config, DomainError } from '../../shared/index.js';
import type { Face } from './face.js';
import { GiveToken } from './give-token.js';
import { conclude, type FaceReport } from './face-report.js';
import { PrintFace, type PrintedFace, printedFaces } from './print-face.js';
import { isToken, readFace } from './read-face.js';
import { sameClaim } from './same-claim.js';
import { payloadOf, verifyToken } from './verify-token.js';

/** Checks a certificate from its own bytes and against the record. The file is kept nowhere and named in no log. */
@Injectable()
export class VerifyFace {
  constructor(
    private readonly issuer: Issuer,
    private readonly lists: StatusLists,
    private readonly find: FindCertificate,
    private readonly print: PrintFace,
    private readonly pdfKey: PdfKey,
    private readonly uploads: UploadLimit,
    private readonly log: LogQueries,
    private readonly tokens: GiveToken,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws face_unreadable · too_many_uploads · too_many_look_ups */
  async execute(bytes: Buffer, ip: string | undefined): Promise<FaceReport> {
    this.uploads.take(networkOf(ip));
    const reading = readFace(bytes);
    if ('refused' in reading) throw unreadableFace(reading.refused);
    const { face, text } = reading;
    const credential = isToken(text) ? payloadOf(text) : parsed(text);
    if (typeof credential !== 'object' || credential === null)
      throw unreadableFace('The credential in the file cannot be read.');
    const trust = await this.trust();
    const verdict = await (isToken(text) ? verifyToken(text, trust) : verifyCredential(credential, trust));
    const record = await this.recordOf(credential, ip);
    return conclude({
      face,
      verdict,
      facts: record && publicFacts(record, this.config.baseUrl),
      agrees: record !== undefined && sameClaim(credential, record.credential),
      asPrinted: record ? await this.asPrinted(face, bytes, record, verdict) : null,
    });
  }

  private async trust(): Promise<Trust> {
    const document = await this.issuer.document();
    const own = `${this.config.baseUrl}/credentials/status/`;
    return {
      now: await this.clock.now(),
      did: (did) => (did === this.issuer.did ? document : undefined),
      statusList: (url) => {
        const list = url.startsWith(own) ? /^[1-9]\d{0,3}$/.exec(url.slice(own.length)) : null;
        return list ? this.lists.list(Number(list[0])) : Promise.resolve(undefined);
      },
      enteredAt: (signature) => (isToken(signature) ? this.tokens.keptSince(signature) : this.log.enteredAt(signature)),
    };
  }

  /** The certificate this claims to be, if it was ever issued here. */
  private async recordOf(credential: object, ip: string | undefined): Promise<SignedCertificate | undefined> {
    const { id } = credential as { id?: unknown };
    const own = `${this.config.baseUrl}/certificates/`;
    if (typeof id !== 'string' || !id.startsWith(own) || !id.endsWith('.json')) return undefined;
    return this.find.signed(id.slice(own.length, -'.json'.length), ip).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'not_found') return undefined;
      throw error;
    });
  }

  /** Whether what the file shows is what we gave out: a PDF is signed; for a picture only our own bytes vouch. */
  private async asPrinted(face: Face, bytes: Buffer, record: SignedCertificate, verdict: Verdict) {
    const printed = printedFaces.find((one): one is PrintedFace => one === face);
    if (!printed || !verdict.verified || !isPrintable(record.status)) return null;
    if (printed === 'pdf') return pdfSignature(bytes, (await this.pdfKey.get()).known).intact;
    return bytes.equals(await this.print.execute(printed, record));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
