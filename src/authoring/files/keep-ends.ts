import { diffArrays } from 'diff';
import { linesOf, plainEnds } from './lines.js';

/**
 * The typed text with the line ends of the text it was made from: a form sends line ends of its own, and a line that
 * nobody touched stays as it is, byte by byte.
 */
export function keepEnds(before: string, typed: string): string {
  const mark = before.startsWith('\ufeff') && !typed.startsWith('\ufeff') ? '\ufeff' : '';
  const old = linesOf(mark ? before.slice(1) : before);
  const now = linesOf(plainEnds(typed));
  const usual = old.find(({ end }) => end !== '')?.end ?? '\n';
  let at = 0;
  let to = 0;
  const kept: string[] = [];
  for (const part of diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  )) {
    if (part.removed) at += part.count;
    else
      for (let each = 0; each < part.count; each += 1) {
        const line = now[to++]!;
        const end = part.added ? usual : old[at++]!.end || usual;
        kept.push(line.text + (line.end === '' ? '' : end));
      }
  }
  const text = kept.join('');
  // A lone carriage return before an empty new line would make one line end of two: then all lines end alike.
  const isRead = plainEnds(text) === plainEnds(typed);
  return mark + (isRead ? text : plainEnds(typed).replaceAll('\n', usual));
}
