/** What one thing brought, month by month; `id` null: what belongs to no single thing. */
export interface Series {
  id: string | null;
  name: string;
  values: number[];
}

interface Part {
  month: string;
  id: string | null;
  amount: number;
}

const most = 6;

/** The largest things by themselves, the largest first, the rest as one; every amount is in exactly one of them. */
export function stackOf(
  parts: readonly Part[],
  months: readonly string[],
  nameOf: (id: string | null) => string,
): Series[] {
  const totals = new Map<string | null, number>();
  for (const { id, amount } of parts) totals.set(id, (totals.get(id) ?? 0) + amount);
  const ids = [...totals.keys()].sort(
    (a, b) => Math.abs(totals.get(b)!) - Math.abs(totals.get(a)!) || nameOf(a).localeCompare(nameOf(b)),
  );
  const alone = ids.length <= most ? ids : ids.slice(0, most - 1);
  const rest = ids.slice(alone.length);
  const valuesOf = (wanted: readonly (string | null)[]) =>
    months.map((month) =>
      parts
        .filter((part) => part.month === month && wanted.includes(part.id))
        .reduce((sum, { amount }) => sum + amount, 0),
    );
  const shown = alone.map((id) => ({ id, name: nameOf(id), values: valuesOf([id]) }));
  return rest.length === 0 ? shown : [...shown, { id: null, name: `${rest.length} others`, values: valuesOf(rest) }];
}
