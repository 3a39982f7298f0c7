import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type DidDocument, didDocument } from '../signing/did-web.js';
import { seedSigner } from '../signing/seed-signer.js';
import type { PublishedSigner } from '../signing/signer.js';

/** `did:key:z6Mk…`: an Ed25519 key that is its own address, https://w3c-ccg.github.io/did-key-spec/. */
const keyDid = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{40,50})$/;

/** The document of a `did:key`; undefined for any other. */
export function keyDocument(did: string): DidDocument | undefined {
  const publicKeyMultibase = keyDid.exec(did)?.[1];
  if (!publicKeyMultibase) return undefined;
  const id = `${did}#${publicKeyMultibase}`;
  // Whoever presents credentials signs with the same key.
  return Object.assign(didDocument(did, [{ id, publicKeyMultibase }]), { authentication: [id] });
}

/** Signs what test suites send, with a key that is made at start, is nowhere kept, and vouches for no certificate. */
@Injectable()
export class TestIssuer implements OnModuleInit {
  private readonly logger = new Logger('VcApi');
  signer!: PublishedSigner;
  did!: string;

  async onModuleInit(): Promise<void> {
    const seed = randomBytes(32);
    const { published } = await seedSigner(seed, 'did:key:unknown');
    this.did = `did:key:${published.publicKeyMultibase!}`;
    this.signer = await seedSigner(seed, this.did);
    this.logger.warn({ msg: 'VC_API is on: anybody may have credentials signed by a test key', did: this.did });
  }
}
