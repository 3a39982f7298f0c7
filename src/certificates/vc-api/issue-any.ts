import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type SignedCredential, signCredential } from '../credential/sign-credential.js';
import { Clock } from '../../shared/index.js';
import { cannotProcess } from './errors.js';
import { suiteContexts } from './suite-contexts.js';
import { TestIssuer } from './test-issuer.js';
import { credentialModel } from './vcdm.js';

/** Signs any credential of the data model, in the same way as certificates are signed. */
@Injectable()
export class IssueAny {
  constructor(
    private readonly issuer: TestIssuer,
    private readonly clock: Clock,
  ) {}

  /** @throws unprocessable_credential */
  async execute(credential: unknown): Promise<SignedCredential> {
    const model = credentialModel.safeParse(credential);
    if (!model.success) throw cannotProcess(z.prettifyError(model.error));
    if (this.namedIssuer(model.data.issuer) !== this.issuer.did)
      throw cannotProcess(`The issuer must be ${this.issuer.did}.`);
    const now = await this.clock.now();
    return signCredential(model.data, this.issuer.signer, now, { contexts: suiteContexts }).catch((error: unknown) => {
      throw cannotProcess(error instanceof Error ? error.message : 'It cannot be signed.');
    });
  }

  private namedIssuer(issuer: string | { id: string }): string {
    return typeof issuer === 'string' ? issuer : issuer.id;
  }
}
