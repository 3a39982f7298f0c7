/** @param {number[]} values */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values) => {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** One record of medians out of the records of several rounds. */
export const medians = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))]));

/** Three figures that count, never an exponent. */
export function shown(value) {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Lines of a table; the first column reads from the left, all others are figures. */
export function table(head, rows) {
  const written = (row) => head.map((_, at) => (typeof row[at] === 'number' ? shown(row[at]) : (row[at] ?? '')));
  const all = [head, ...rows.map(written)];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
  const line = (row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('──'), ...all.slice(1).map(line)].join('\n');
}

/** A line that says whether a figure is where it should be. */
export const aim = (what, value, sign, limit) => {
  const met = sign === '≤' ? value <= limit : value >= limit;
  return `${met ? 'met    ' : 'not met'}  ${what}: ${shown(value)}`;
};
