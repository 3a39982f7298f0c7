import { fileRefused } from '../refusals.js';
import { ItemReader, type Started, type XmlItem } from './item-reader.js';
import type { Line } from './lines.js';

const mostBroken = 100;

/**
 * The elements of these names, one after the other: no more than one is held. After one that is not well-formed,
 * reading goes on at the next opening tag of such a name.
 * @throws DomainError import_refused for entities of the file's own, depth, items of more than 8,000,000 characters
 */
export function* xmlItems(lines: Iterable<Line>, names: string[]): Generator<XmlItem> {
  const opening = new RegExp(`<(?:[\\w.-]+:)?(?:${names.join('|')})(?=[\\s>/])`);
  const ahead = lines[Symbol.iterator]();
  let waiting: Line[] = [];
  let reader = new ItemReader(names);
  let found = 0;
  let broken = 0;
  for (;;) {
    const line = waiting.shift() ?? (ahead.next().value as Line | undefined);
    const failed = reader.read(line);
    for (const item of reader.take()) {
      found++;
      yield item;
    }
    if (!failed && !line) return;
    if (!failed) continue;
    const { started, reason } = failed;
    // What is wrong outside of any question is a matter of the whole file, unless something was read before.
    if (!started && found + broken === 0) throw fileRefused(reason, failed.line);
    if (started) {
      if (++broken > mostBroken) throw fileRefused(`More than ${mostBroken} questions are broken.`, failed.line);
      yield { line: started.line, broken: `Line ${failed.line}: ${reason}` };
      waiting = [...after(started, opening), ...waiting];
    }
    const next = skipTo(opening, waiting, ahead);
    if (!next) return;
    waiting = [next, ...waiting];
    reader = new ItemReader(names, next.number);
  }
}

/** What was read of a broken item, without its own opening tag. */
function after({ raw, column }: Started, opening: RegExp): Line[] {
  const [own, ...more] = raw;
  if (!own) return more;
  const from = column + (opening.exec(own.text.slice(column))?.[0].length ?? 1);
  return [{ number: own.number, text: own.text.slice(from) }, ...more];
}

function skipTo(opening: RegExp, waiting: Line[], ahead: Iterator<Line>): Line | undefined {
  for (;;) {
    const line = waiting.shift() ?? (ahead.next().value as Line | undefined);
    if (!line) return undefined;
    const at = opening.exec(line.text)?.index;
    if (at !== undefined) return { number: line.number, text: line.text.slice(at) };
  }
}
