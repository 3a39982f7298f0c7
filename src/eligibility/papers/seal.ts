import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PaperKeys } from './paper-keys.js';

/** A paper as it is stored: its bytes under a key of their own, and that key under ours. Each: nonce, text, tag. */
export interface SealedPaper {
  keyId: string;
  wrappedKey: Buffer;
  sealed: Buffer;
}

const [nonceBytes, tagBytes] = [12, 16];

/** Seals bytes with AES-256-GCM under a new key, bound to the paper's id: under another id they do not open. */
export function seal(keys: PaperKeys, paperId: string, bytes: Buffer): SealedPaper {
  const own = randomBytes(32);
  const { id, key } = keys.current;
  return { keyId: id, wrappedKey: encrypt(key, paperId, own), sealed: encrypt(own, paperId, bytes) };
}

/** @throws Error when key, id or a single bit is another */
export function unseal(keys: PaperKeys, paperId: string, { keyId, wrappedKey, sealed }: SealedPaper): Buffer {
  return decrypt(decrypt(keys.key(keyId), paperId, wrappedKey), paperId, sealed);
}

function encrypt(key: Buffer, about: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, about: string, text: Buffer): Buffer {
  const nonce = text.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(text.subarray(-tagBytes));
  return Buffer.concat([decipher.update(text.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
