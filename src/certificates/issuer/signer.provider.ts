import type { FactoryProvider } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { demoSeed, readSeed } from '../signing/demo-key-file.js';
import { didWeb } from '../signing/did-web.js';
import { type SeedSigner, seedSigner } from '../signing/seed-signer.js';
import { type Signer, SIGNER, TOKEN_SIGNER } from '../signing/signer.js';
import { tokenSigner } from '../signing/token-signer.js';

type Setting = 'CREDENTIAL_SIGNING_SEED' | 'CREDENTIAL_TOKEN_SEED';

/** The configured secret; on a machine that is not in production, one it made for itself. */
async function secretOf(config: Config, setting: Setting, algorithm: Signer['algorithm']): Promise<Buffer> {
  const configured = config.values[setting];
  if (!configured && config.isProduction)
    throw new Error(`${setting}: required in production; certificates are never signed with a demo key.`);
  return configured ? readSeed(configured) : demoSeed(config.values.DATA_DIR, algorithm);
}

/** Signs credentials. */
export const signerFor = async (config: Config): Promise<SeedSigner> =>
  seedSigner(await secretOf(config, 'CREDENTIAL_SIGNING_SEED', 'Ed25519'), didWeb(config.baseUrl));

/** Signs JSON Web Tokens. */
export const tokenSignerFor = async (config: Config): Promise<SeedSigner> =>
  tokenSigner(await secretOf(config, 'CREDENTIAL_TOKEN_SEED', 'ES256'), didWeb(config.baseUrl));

export const signerProviders: FactoryProvider<SeedSigner>[] = [
  { provide: SIGNER, useFactory: signerFor, inject: [Config] },
  { provide: TOKEN_SIGNER, useFactory: tokenSignerFor, inject: [Config] },
];
