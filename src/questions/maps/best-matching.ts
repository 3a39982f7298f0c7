/**
 * The highest total value of pairing points with targets, each used at most once; a pair of value 0 is no pair.
 * Kuhn and Munkres' method (the "Hungarian" one) on whole numbers: the total is exact, and being a maximum it cannot
 * depend on the order of points or targets.
 * @param value by point, then by target: whole numbers from 0
 */
export function bestTotal(value: number[][]): number {
  return bestMatching(value).reduce((sum, target, point) => sum + (target < 0 ? 0 : value[point]![target]!), 0);
}

/** The target of each point in one best matching, -1 for none. Several may be best; only their total is one. */
function bestMatching(value: number[][]): number[] {
  const targets = value[0]?.length ?? 0;
  // A square of points and targets: whoever is left without a partner is paired with an empty place of value 0.
  const size = Math.max(value.length, targets);
  const cost = (row: number, column: number) => -(value[row - 1]?.[column - 1] ?? 0);
  const rowPrice = new Array<number>(size + 1).fill(0);
  const columnPrice = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0);

  for (let row = 1; row <= size; row += 1) {
    const before = new Array<number>(size + 1).fill(0);
    const slack = new Array<number>(size + 1).fill(Infinity);
    const seen = new Set<number>();
    rowOf[0] = row;
    let column = 0;
    // Grows the cheapest alternating way from this row until it ends at a free column.
    while (rowOf[column] !== 0) {
      seen.add(column);
      const from = rowOf[column]!;
      let nearest = 0;
      for (let next = 1; next <= size; next += 1) {
        if (seen.has(next)) continue;
        const reduced = cost(from, next) - rowPrice[from]! - columnPrice[next]!;
        if (reduced < slack[next]!) [slack[next], before[next]] = [reduced, column];
        if (nearest === 0 || slack[next]! < slack[nearest]!) nearest = next;
      }
      const step = slack[nearest]!;
      for (let each = 0; each <= size; each += 1) {
        if (!seen.has(each)) slack[each]! -= step;
        else {
          rowPrice[rowOf[each]!]! += step;
          columnPrice[each]! -= step;
        }
      }
      column = nearest;
    }
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }

  const matched = new Array<number>(value.length).fill(-1);
  for (let column = 1; column <= targets; column += 1) {
    const point = rowOf[column]! - 1;
    if (point < value.length && value[point]![column - 1]! > 0) matched[point] = column - 1;
  }
  return matched;
}
