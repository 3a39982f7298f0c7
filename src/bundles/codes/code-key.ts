/** Letters that are taken for digits when a code is read out or copied from paper. */
const alike: Record<string, string> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };

/** One key for all ways to write a code: letters that look alike are one, capitals and separators do not matter. */
export const codeKey = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/[A-Z]/g, (letter) => alike[letter] ?? letter);
