import { refuse } from '../refusals.js';

type Attributes = Record<string, string | number | undefined>;

/** An element; what is inside is written XML already. */
export function tag(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${chars(String(value))}"`,
  );
  const content = inside.join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Text within an element or attribute. @throws ItemRefused for characters that XML cannot hold */
export function chars(text: string): string {
  if (/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    refuse('It holds characters that XML cannot hold.');
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
