import { createHash } from 'node:crypto';

/** The same for the same content, whatever file it came from. */
export const contentHash = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
