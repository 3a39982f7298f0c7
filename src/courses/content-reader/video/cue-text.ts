const mark = /<[^>]*>?/g;
const allowed = /^<(\/?[ibu]|\/v|v [^<>&]{1,80})>$/;
const entity = /&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/;

/** Why the text of a cue is refused; undefined when it is well. Marks are `<i>`, `<b>`, `<u>` and `<v Name>`. */
export function cueTextRefused(text: string, withMarks: boolean): string | undefined {
  if (text.length > 600) return 'A cue is longer than 600 characters.';
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text)) return 'A cue contains control characters.';
  if (entity.test(text)) return 'The character & is written as &amp;.';
  const open: string[] = [];
  for (const [found] of text.matchAll(mark)) {
    if (!withMarks || !allowed.test(found)) return `The mark ${found} is not allowed here.`;
    const name = found.replace(/[<>/]/g, '').split(' ')[0]!;
    if (!found.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return `The mark ${found} closes nothing.`;
  }
  const left = open.find((name) => name !== 'v');
  if (left) return `The mark <${left}> is not closed.`;
  return plainCue(text) === '' ? 'A cue says nothing.' : undefined;
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** The words of a cue for reading: without marks, in one line, with the name of who speaks before them. */
export const plainCue = (text: string): string =>
  text
    .replace(/<v ([^>]*)>/g, '$1: ')
    .replace(mark, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => characters[name]!)
    .replace(/\s+/g, ' ')
    .trim();
