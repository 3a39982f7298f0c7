import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { exampleClaim } from '../credential/claim.example.js';
import { openBadge } from '../credential/open-badge.js';
import { hashedEmail } from '../credential/recipient.js';
import { signCredential } from '../credential/sign-credential.js';
import { PrintCertificate } from '../pdf/print-certificate.js';
import { Config } from '../../shared/index.js';
import { type Signer, SIGNER } from '../signing/signer.js';

/** The first signature and the first page cost a quarter of a second more than the next: paid before anybody waits. */
@Injectable()
export class WarmUp implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Certificates');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    @Inject(SIGNER) private readonly signer: Signer,
    private readonly print: PrintCertificate,
  ) {}

  onApplicationBootstrap(): void {
    // Tests boot often and print seldom.
    if (this.config.values.NODE_ENV === 'test') return;
    // After the node has said that it is ready, and never the reason why a command stays open.
    this.timer = setTimeout(() => {
      this.run().catch((error: unknown) => this.logger.error({ msg: 'certificates could not warm up', err: error }));
    }, 1_000).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    const badge = openBadge(exampleClaim, hashedEmail('nobody@example.test'), 0, this.config.baseUrl);
    const credential = await signCredential(badge, this.signer, new Date(exampleClaim.issuedAt));
    const { number } = exampleClaim;
    if (this.config.runsWeb) await this.print.execute({ claim: exampleClaim, number, credential });
  }
}
