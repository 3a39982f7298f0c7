import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { pemSigner, type PdfSigner, selfSigned } from '../../documents/index.js';
import { Config } from '../../shared/index.js';
import { keptOnce } from '../signing/kept-once.js';

/** The key that printed certificates are signed with: another than those of credentials and tokens. */
@Injectable()
export class PdfKey implements OnApplicationBootstrap {
  private signer: Promise<PdfSigner> | undefined;

  constructor(private readonly config: Config) {}

  /** In production a key that does not fit its certificate stops the start, before anybody prints. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.isProduction && this.config.runsWeb) await this.get();
  }

  /** Read at the first use and kept. @throws Error when the configured files do not fit each other */
  get(): Promise<PdfSigner> {
    this.signer ??= this.read().catch((error: unknown) => {
      this.signer = undefined;
      throw error;
    });
    return this.signer;
  }

  private async read(): Promise<PdfSigner> {
    const { PDF_SIGNING_KEY, PDF_SIGNING_CHAIN, DATA_DIR } = this.config.values;
    if (PDF_SIGNING_KEY && PDF_SIGNING_CHAIN) {
      return pemSigner(await readFile(PDF_SIGNING_KEY, 'utf8'), await readFile(PDF_SIGNING_CHAIN, 'utf8'));
    }
    if (this.config.isProduction) {
      throw new Error('PDF_SIGNING_KEY, PDF_SIGNING_CHAIN: required in production; no PDF is signed with a demo key.');
    }
    const pems = await keptOnce(join(DATA_DIR, 'pdf-signing-key.pem'), async () => {
      const { key, certificate } = await selfSigned('Glabella');
      return key + certificate;
    });
    return pemSigner(pems, pems);
  }
}
