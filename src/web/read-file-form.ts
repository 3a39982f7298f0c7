import type { Request } from 'express';
import { DomainError } from '../shared/index.js';
import { readUpload } from './read-upload.js';

/** A posted form with one file, its field named `file`. */
export interface FileForm {
  values: Record<string, string>;
  name: string;
  bytes: Buffer;
}

/** Room for the other fields and what stands between them. */
const besides = 20_000;

/**
 * Reads a form of `multipart/form-data`. @throws DomainError file_too_large, file_missing, malformed_request
 */
export async function readFileForm(request: Request, most: number): Promise<FileForm> {
  const body = await readUpload(request, most + besides);
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  })
    .formData()
    .catch(() => {
      throw new DomainError('malformed_request', 'The form cannot be read.', { kind: 'malformed' });
    });
  const values = Object.fromEntries([...form].filter((each): each is [string, string] => typeof each[1] === 'string'));
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const sentence = 'Choose a file.';
    throw new DomainError('file_missing', sentence, { kind: 'invalid', fields: { file: sentence } });
  }
  return { values, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
