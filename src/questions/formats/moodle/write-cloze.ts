import { aroundOf, type Exportable, type Fields, percentOf } from '../exporting/exported.js';
import type { Notes } from '../read-item.js';

/** A text with `{1:NUMERICAL:=2.5:0.1}` for each gap. */
export const clozeText = ({ text, gaps }: Exportable, notes: Notes): string =>
  gaps.reduce((whole, gap) => whole.replace(`{{${gap.id}}}`, () => `{${gap.weight}:${gapText(gap, notes)}}`), text);

function gapText(gap: Fields['gaps'][number], notes: Notes): string {
  if (gap.kind === 'number') {
    const { answer, by } = aroundOf(gap.answer, gap.tolerance, notes);
    return `NUMERICAL:=${answer}:${by}`;
  }
  if (gap.kind === 'choice')
    return `MULTICHOICE:${gap.options.map(({ text, correct }) => `${correct ? '=' : ''}${safe(text)}`).join('~')}`;
  const answers = gap.accept.map(({ text, credit }) => {
    const written = text === '*' ? text : safe(text).replaceAll('*', '\\*');
    return `${credit === '1' ? '=' : `%${percentOf(credit)}%`}${written}`;
  });
  return `${gap.caseSensitive ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${answers.join('~')}`;
}

const safe = (text: string): string => text.replaceAll(/[~=#{}\\/"]/g, '\\$&');
