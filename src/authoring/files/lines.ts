/** A line and how it ends; the last one of a file may not end at all. */
interface Line {
  text: string;
  end: string;
}

/** Lines with their ends, whatever these are. */
export function linesOf(text: string): Line[] {
  const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].map(([, words, end]) => ({ text: words!, end: end! }));
  // The pattern also finds the nothing behind the last line end.
  return lines.at(-1)?.text === '' && lines.at(-1)?.end === '' ? lines.slice(0, -1) : lines;
}

/** The text with plain line ends, as a form shows it. */
export const plainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
