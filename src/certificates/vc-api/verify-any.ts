import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Trust, Verdict } from '../credential/verdict.js';
import { verifyCredential } from '../credential/verify-credential.js';
import { Issuer } from '../issuer/issuer.js';
import { Clock } from '../../shared/index.js';
import { cannotProcess } from './errors.js';
import { presentationProof } from './presentation-proof.js';
import { suiteContexts } from './suite-contexts.js';
import { keyDocument } from './test-issuer.js';
import { presentationModel, signedCredentialModel } from './vcdm.js';

/** Verifies credentials and presentations of anybody whose key is known: ours, and every `did:key`. */
@Injectable()
export class VerifyAny {
  constructor(
    private readonly issuer: Issuer,
    private readonly clock: Clock,
  ) {}

  /** @throws unprocessable_credential for what is no credential, is not signed, or does not verify */
  async credential(credential: unknown): Promise<void> {
    const model = signedCredentialModel.safeParse(credential);
    if (!model.success) throw cannotProcess(z.prettifyError(model.error));
    accept(await verifyCredential(credential, await this.trust()));
  }

  /** @throws unprocessable_credential */
  async presentation(presentation: unknown, options: { challenge?: string; domain?: string }): Promise<void> {
    const model = presentationModel.safeParse(presentation);
    if (!model.success) throw cannotProcess(z.prettifyError(model.error));
    const trust = await this.trust();
    for (const one of [model.data.verifiableCredential ?? []].flat()) accept(await verifyCredential(one, trust));
    if (model.data.proof) accept(await presentationProof(presentation as object, options, trust));
  }

  private async trust(): Promise<Trust> {
    const own = await this.issuer.document();
    return {
      now: await this.clock.now(),
      did: (did) => (did === this.issuer.did ? own : keyDocument(did)),
      // Nothing is fetched: a credential with a status elsewhere is refused, with that reason.
      statusList: () => Promise.resolve(undefined),
      contexts: suiteContexts,
    };
  }
}

function accept(verdict: Verdict): void {
  if (!verdict.verified) throw cannotProcess(`${verdict.reason}: ${verdict.detail}`);
}
