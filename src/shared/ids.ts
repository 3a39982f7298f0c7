import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new row's key: UUIDv7, so keys of one table sort by time. Not a secret. */
export const newId = (): string => v7();

/** A secret for a link or a session: `bytes` random bytes as base64url. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** What is stored of a secret. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
