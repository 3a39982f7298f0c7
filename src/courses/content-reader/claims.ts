/** A call-out of a text: something that is claimed, with what it rests on where it says so itself. */
export interface Claim {
  /** The line of its file. */
  line: number;
  /** Safety, Label, Practice … */
  kind: string;
  text: string;
  /** Numbers in the list of sources; undefined where the whole list stands for it. */
  sources?: number[];
  /** `2026-11-15`; undefined where the review of the whole text stands for it. */
  reviewed?: string;
}

const opening = /^>\s*\*\*([A-Za-z]+)[.:]?\*\*\s*(.*)$/;
const resting = /^>\s*\*Sources? (\d{1,3}(?:(?:, | and )\d{1,3})*), reviewed (\d{4}-\d\d-\d\d)\.?\*\s*$/;

/** The claims of a Markdown text. A call-out may end with `*Source 1, reviewed 2026-11-15.*` in a paragraph of its own. */
export function claimsIn(markdown: string, firstLine: number): Claim[] {
  const claims: Claim[] = [];
  let open: Claim | undefined;
  markdown.split('\n').forEach((row, at) => {
    const [, kind, words] = opening.exec(row) ?? [];
    if (kind) claims.push((open = { line: firstLine + at, kind, text: words! }));
    else if (!row.startsWith('>')) open = undefined;
    else if (open) add(open, row);
  });
  return claims;
}

function add(claim: Claim, row: string): void {
  const [, sources, reviewed] = resting.exec(row) ?? [];
  if (!sources) claim.text = `${claim.text} ${row.replace(/^>\s*/, '')}`.trim();
  else Object.assign(claim, { sources: sources.split(/\D+/).map(Number), reviewed });
}

/** What is wrong with what claims rest on. */
export function claimProblems(claims: Claim[], sources: unknown[]): { line: number; message: string }[] {
  return claims.flatMap(({ line, sources: named = [], reviewed }) => [
    ...named
      .filter((number) => number < 1 || number > sources.length)
      .map((number) => ({ line, message: `There is no source ${number}: the list has ${sources.length}.` })),
    ...(reviewed && !isDay(reviewed) ? [{ line, message: `There is no day ${reviewed}.` }] : []),
  ]);
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
