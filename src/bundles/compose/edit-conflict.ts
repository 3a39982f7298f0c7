import type { BundleChange } from './bundle.schemas.js';
import type { StoredBundle } from './lock-bundle.js';

type Field = 'title' | 'summary' | 'body' | 'courses';

/** The fields that are stored differently from what an editor sends, each with what is stored. */
export function storedOtherwise(stored: StoredBundle, sent: BundleChange): Record<string, string> {
  const fields: Field[] = ['title', 'summary', 'body', 'courses'];
  const differing = fields.filter(
    (field) => sent[field] !== undefined && asText(sent[field]) !== asText(stored[field]),
  );
  return Object.fromEntries(differing.map((field) => [field, `Now stored: ${shorten(asText(stored[field]))}`]));
}

const asText = (value: string | string[]): string =>
  Array.isArray(value) ? value.join(', ') : value.replace(/\r\n?/g, '\n').trim();

const shorten = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)} …` : text || 'nothing');
