import type { FactoryProvider } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { demoSeed, readSeed } from '../signing/demo-key-file.js';
import { didWeb } from '../signing/did-web.js';
import { type SeedSigner, seedSigner } from '../signing/seed-signer.js';
import { SIGNER } from '../signing/signer.js';

/** The configured key; on a machine that is not in production, one it made for itself. */
export async function signerFor(config: Config): Promise<SeedSigner> {
  const { CREDENTIAL_SIGNING_SEED, DATA_DIR } = config.values;
  if (!CREDENTIAL_SIGNING_SEED && config.isProduction) {
    throw new Error('CREDENTIAL_SIGNING_SEED: required in production; certificates are never signed with a demo key.');
  }
  const seed = CREDENTIAL_SIGNING_SEED ? readSeed(CREDENTIAL_SIGNING_SEED) : await demoSeed(DATA_DIR);
  return seedSigner(seed, didWeb(config.baseUrl));
}

export const signerProvider: FactoryProvider<SeedSigner> = { provide: SIGNER, useFactory: signerFor, inject: [Config] };
