import sanitizeHtml from 'sanitize-html';
import { refuse } from '../refusals.js';
import type { Notes } from '../read-item.js';

const blocks = [
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
];
const refused: Record<string, string> = {
  script: 'a script',
  iframe: 'a frame',
  object: 'an embedded object',
  embed: 'an embedded object',
  form: 'a form',
  applet: 'an embedded object',
};
const lost: Record<string, string> = {
  img: 'A picture is left out.',
  table: 'A table becomes lines of text.',
  math: 'A formula becomes plain characters.',
  svg: 'A drawing is left out.',
  video: 'A film is left out.',
  audio: 'A sound is left out.',
  a: 'A link becomes plain text.',
};
const longest = 200_000;
const high = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const low = '₀₁₂₃₄₅₆₇₈₉₊₋';
const plain = '0123456789+-';

/**
 * HTML as plain text with line breaks. What cannot be kept is named in `notes`.
 * @throws ItemRefused for scripts and the like, and where a raised character would change a number
 */
export function plainText(html: string, notes: Notes): string {
  if (html.length > longest) refuse(`A text is longer than ${longest.toLocaleString('en')} characters.`);
  if (!/[<&]/.test(html)) return tidy(html, notes);
  const kept = sanitizeHtml(html, {
    allowedTags: [...blocks, 'td', 'th', 'sup', 'sub'],
    allowedAttributes: {},
    nonTextTags: ['style', 'script', 'textarea', 'option', 'annotation', 'annotation-xml'],
    onOpenTag: (name, attributes) => {
      const what = refused[name];
      if (what) refuse(`The text holds ${what}.`);
      if (Object.keys(attributes).some((each) => each.startsWith('on'))) refuse('The text holds a script.');
      if (lost[name]) notes.add(lost[name]);
    },
  });
  const raised = kept
    .replaceAll(/<sup>([^<]*)<\/sup>/g, (_, text: string) => moved(text, high))
    .replaceAll(/<sub>([^<]*)<\/sub>/g, (_, text: string) => moved(text, low));
  if (/<su[bp]>/.test(raised)) refuse('Raised or lowered text holds more than characters.');
  const lines = raised
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/<\/t[dh]> */g, ' | ')
    .replaceAll(/<br *\/?>|<\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '');
  return tidy(unescaped(lines), notes);
}

/** Text that is HTML, Markdown or plain, as its file says. */
export const textIn = (format: string | undefined, text: string, notes: Notes): string => {
  if (format === 'plain_text' || format === 'plain') return tidy(text, notes);
  if ((format === 'markdown' || format === 'moodle_auto_format') && !/<[a-z/!]/i.test(text)) return tidy(text, notes);
  return plainText(text, notes);
};

function moved(text: string, to: string): string {
  const wanted = [...unescaped(text).trim().replace('−', '-')];
  if (wanted.length === 0) return '';
  const at = wanted.map((each) => plain.indexOf(each));
  if (at.every((each) => each >= 0)) return at.map((each) => to[each]).join('');
  if (wanted.some((each) => /\d/.test(each)))
    refuse(`“${wanted.join('')}” is raised or lowered: plain text would change the number.`);
  return wanted.join('');
}

function tidy(text: string, notes: Notes): string {
  if (/\\\(|\\\[|\$\$/.test(text)) notes.add('A formula stays in its own notation.');
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r\u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
