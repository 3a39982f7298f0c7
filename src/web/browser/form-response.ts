/**
 * Reads what form fields say of one thing, both on the server and in the browser. A field's name is `prefix`, then a
 * path (`.pairs.a1`), then perhaps its kind: `:list` (one of several), `:boolean`, `:json`. Fields left empty say nothing.
 * @returns undefined when all of them are empty
 */
export function responseOf(fields: Iterable<readonly [string, unknown]>, prefix: string): object | undefined {
  const response: Record<string, unknown> = {};
  for (const [name, sent] of fields) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const [path = '', kind] = name.slice(prefix.length + 1).split(':');
    const value = valueOf(sent, kind);
    if (value !== undefined) put(response, path.split('.'), value);
  }
  return Object.keys(response).length > 0 ? response : undefined;
}

function valueOf(sent: unknown, kind: string | undefined): unknown {
  const all = (typeof sent === 'object' && sent !== null ? Object.values(sent) : [sent]) as unknown[];
  const filled = all.filter((each) => typeof each === 'string' && each.trim() !== '') as string[];
  if (filled.length === 0) return undefined;
  if (kind === 'list') return filled;
  const last = filled.at(-1)!;
  if (kind === 'boolean') return last === 'true' ? true : last === 'false' ? false : last;
  return kind === 'json' ? parsed(last) : last;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function put(response: Record<string, unknown>, path: string[], value: unknown): void {
  const [step, ...rest] = path as [string, ...string[]];
  if (step === '__proto__' || step === 'constructor') return;
  const before = response[step];
  if (rest.length > 0) {
    const inner = typeof before === 'object' && before !== null ? before : {};
    response[step] = inner;
    put(inner as Record<string, unknown>, rest, value);
  } else
    response[step] =
      Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
}

/** What the fields of a name hold in a response: the way back. */
export function heldAt(response: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((held, step) => (held as Record<string, unknown> | undefined)?.[step], response);
}
