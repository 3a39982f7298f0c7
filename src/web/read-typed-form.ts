import type { Request } from 'express';
import { DomainError } from '../shared/index.js';
import type { FormState } from './form-state.js';
import { readUpload } from './read-upload.js';

/** A posted form: what was typed, and the chosen files by the name of their field. */
export interface TypedForm {
  typed: FormState['values'];
  files: Map<string, Buffer>;
}

/** Reads a form, whichever way it is encoded; a field that is sent twice is a list. @throws file_too_large, malformed_request */
export async function readTypedForm(request: Request, most: number): Promise<TypedForm> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { typed: (request.body ?? {}) as FormState['values'], files: new Map() };
  }
  const body = await readUpload(request, most);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new DomainError('malformed_request', 'The form cannot be read.', { kind: 'malformed' });
  });
  const typed: FormState['values'] = {};
  const files = new Map<string, Buffer>();
  for (const name of new Set(form.keys())) {
    const sent = form.getAll(name);
    const texts = sent.filter((each) => typeof each === 'string');
    if (texts.length > 0) typed[name] = texts.length === 1 ? texts[0] : texts;
    const file = sent.find((each) => typeof each !== 'string');
    if (file && file.size > 0) files.set(name, Buffer.from(await file.arrayBuffer()));
  }
  return { typed, files };
}
