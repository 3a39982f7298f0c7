import { Html } from '@kitajs/html';

const bullet = /^\s*[-*•–]\s+/;
const numbered = /^\s*\d{1,3}[.)]\s+/;

/** Plain text as HTML: blank lines part paragraphs, short lines that stand alone are headings, marked lines are lists. */
export function plainTextHtml(text: string): string {
  const blocks = text
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\ufeff]/g, '')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  return blocks.map((lines, at) => blockHtml(lines, at < blocks.length - 1)).join('\n');
}

function blockHtml(lines: string[], hasMore: boolean): string {
  if (lines.every((line) => bullet.test(line))) return list('ul', lines, bullet);
  if (lines.every((line) => numbered.test(line)) && lines.length > 1) return list('ol', lines, numbered);
  const words = Html.escapeHtml(lines.map((line) => line.trim()).join(' '));
  return hasMore && isHeading(lines) ? `<h2>${words}</h2>` : `<p>${words}</p>`;
}

const isHeading = (lines: string[]) =>
  lines.length === 1 && lines[0]!.trim().length <= 80 && !/[.,;:!"”)]$/.test(lines[0]!.trim());

const list = (tag: 'ul' | 'ol', lines: string[], mark: RegExp) =>
  `<${tag}>${lines.map((line) => `<li>${Html.escapeHtml(line.replace(mark, '').trim())}</li>`).join('')}</${tag}>`;
