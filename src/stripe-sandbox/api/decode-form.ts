import { invalidRequest } from './stripe-error.js';

/** A decoded form: every leaf is text; lists are still objects with the keys 0, 1, 2 … until a schema says so. */
export interface Form {
  [key: string]: string | Form;
}

const refused = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 12;

/** `a[b][0]=x&e[]=y` as nested plain objects. Only a schema can tell lists from objects with numeric keys. */
export function decodeForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) place(form, pathOf(name), value, name);
  return form;
}

/** `a[b][]` is a, b and the empty key, which appends. */
function pathOf(name: string): string[] {
  const parts = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!parts) throw invalidRequest(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
  const inner = [...parts[2]!.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1]!);
  return [parts[1]!, ...inner];
}

function place(form: Form, path: string[], value: string, name: string): void {
  if (value.includes('\0') || name.includes('\0')) throw invalidRequest('Invalid string: null characters.', path[0]);
  if (path.length > deepest || path.some((key) => refused.has(key))) {
    throw invalidRequest(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
  }
  let at = form;
  path.forEach((step, depth) => {
    const key = step === '' ? String(Object.keys(at).length) : step;
    const isLeaf = depth === path.length - 1;
    const there = Object.hasOwn(at, key) ? at[key] : undefined;
    if (isLeaf) at[key] = value;
    else if (there === undefined) at = at[key] = {};
    else if (typeof there === 'string') throw invalidRequest(`Invalid object`, name);
    else at = there;
  });
}
