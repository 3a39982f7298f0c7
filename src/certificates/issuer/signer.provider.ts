import type { FactoryProvider } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { demoSeed, readSeed } from '../signing/demo-key-file.js';
import { didWeb } from '../signing/did-web.js';
import { seedSigner } from '../signing/seed-signer.js';
import { type PublishedSigner, type Signer, SIGNER, TOKEN_SIGNER } from '../signing/signer.js';
import { tokenSigner } from '../signing/token-signer.js';
import { vaultSigner } from '../signing/vault-signer.js';
import { fixedToken, tokenFile, VaultTransit } from '../signing/vault-transit.js';

type Setting = 'CREDENTIAL_SIGNING_SEED' | 'CREDENTIAL_TOKEN_SEED';

/** The configured secret; on a machine that is not in production, one it made for itself. */
async function secretOf(config: Config, setting: Setting, algorithm: Signer['algorithm']): Promise<Buffer> {
  const configured = config.values[setting];
  if (!configured && config.isProduction)
    throw new Error(`${setting}: required in production; certificates are never signed with a demo key.`);
  return configured ? readSeed(configured) : demoSeed(config.values.DATA_DIR, algorithm);
}

/** The transit key that is configured instead of a seed. */
function vaultOf({ values }: Config): VaultTransit | undefined {
  const { VAULT_TRANSIT_KEY: key, VAULT_TRANSIT_MOUNT: mount, VAULT_ADDR, VAULT_TOKEN, VAULT_TOKEN_FILE } = values;
  if (!key) return undefined;
  const token = VAULT_TOKEN_FILE ? tokenFile(VAULT_TOKEN_FILE) : fixedToken(VAULT_TOKEN!);
  return new VaultTransit({ address: VAULT_ADDR!, mount, key, token });
}

/** Signs credentials. */
export async function signerFor(config: Config): Promise<PublishedSigner> {
  const did = didWeb(config.baseUrl);
  const vault = vaultOf(config);
  return vault
    ? vaultSigner(vault, did)
    : seedSigner(await secretOf(config, 'CREDENTIAL_SIGNING_SEED', 'Ed25519'), did);
}

/** Signs JSON Web Tokens. */
export const tokenSignerFor = async (config: Config): Promise<PublishedSigner> =>
  tokenSigner(await secretOf(config, 'CREDENTIAL_TOKEN_SEED', 'ES256'), didWeb(config.baseUrl));

export const signerProviders: FactoryProvider<PublishedSigner>[] = [
  { provide: SIGNER, useFactory: signerFor, inject: [Config] },
  { provide: TOKEN_SIGNER, useFactory: tokenSignerFor, inject: [Config] },
];
