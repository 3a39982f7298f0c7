import { singleOf } from '../choices.js';
import { type ReadItem, readItem } from '../read-item.js';
import { fileRefused, refuse } from '../refusals.js';
import type { Line } from '../source/lines.js';

const longest = 100_000;

/** The questions of an Aiken file. A question ends with its line "ANSWER: B", a broken one at the next blank line. */
export function* readAiken(lines: Iterable<Line>): Generator<ReadItem> {
  let block: Line[] = [];
  let size = 0;
  for (const line of lines) {
    const isBlank = line.text.trim() === '';
    if (!isBlank) block.push(line);
    size = block.length === 0 ? 0 : size + line.text.length;
    if (size > longest) throw fileRefused('A question is longer than 100,000 characters.', line.number);
    // A blank line may stand between the text and the options, never after them.
    const ends = isAnswer(line.text) || (isBlank && block.some(({ text }) => option.test(text)));
    if (ends && block.length > 0) {
      yield readBlock(block);
      block = [];
    }
  }
  if (block.length > 0) yield readBlock(block);
}

const option = /^\s*([A-Z])[.)]\s+(.*\S)\s*$/;
const isAnswer = (text: string): boolean => /^\s*ANSWER\s*:/i.test(text);

function readBlock(block: Line[]): ReadItem {
  const first = block[0]!;
  return readItem({ line: first.number, name: first.text.trim().slice(0, 60) }, (notes) => {
    const from = block.findIndex(({ text }) => option.test(text));
    if (from < 0)
      return refuse(
        isAnswer(block[0]!.text) ? 'An answer stands here without a question.' : 'It has no options such as “A. text”.',
      );
    const text = block
      .slice(0, from)
      .map((each) => each.text.trim())
      .join('\n');
    const rest = block.slice(from).filter((each) => !isAnswer(each.text));
    const options = rest.map(
      (each) => option.exec(each.text) ?? refuse(`Line ${each.number} is neither an option nor the answer.`),
    );
    const answer = block.find((each) => isAnswer(each.text)) ?? refuse('The line “ANSWER:” is missing.');
    const letter = answer.text
      .replace(/^[^:]*:/, '')
      .trim()
      .toUpperCase();
    if (!/^[A-Z]$/.test(letter)) return refuse(`The answer “${letter}” is not one letter.`);
    const letters = options.map(([, each]) => each!);
    if (new Set(letters).size < letters.length) return refuse('A letter stands before two options.');
    if (!letters.includes(letter)) return refuse(`There is no option ${letter}.`);
    const weighed = options.map(([, each, says]) => ({ text: says!, percent: each === letter ? '100' : '0' }));
    return { text, ...singleOf(weighed, notes) };
  });
}
