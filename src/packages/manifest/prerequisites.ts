/** Whether an item is done, by its id. */
type Done = (id: string) => boolean;

const token = /\s*([&|~()]|\d+\*\{[^{}]*\}|[^\s&|~()<>={},]+(?:\s*(?:=|<>)\s*"?[^\s&|~()"]+"?)?)\s*/y;
const anOr = '|';
const anAnd = '&';

/** A condition of SCORM 1.2 over items: `a&(b|~c)`, `2*{a,b,c}`, `a="passed"`. @throws Error with the reason */
export function readPrerequisites(text: string, knows: (id: string) => boolean): (done: Done) => boolean {
  const tokens = tokensOf(text);
  let at = 0;
  const alternatives = (): ((done: Done) => boolean) => {
    const parts = [both()];
    while (tokens[at] === anOr) parts.push((at++, both()));
    return (done) => parts.some((part) => part(done));
  };
  const both = (): ((done: Done) => boolean) => {
    const parts = [one()];
    while (tokens[at] === anAnd) parts.push((at++, one()));
    return (done) => parts.every((part) => part(done));
  };
  const one = (): ((done: Done) => boolean) => {
    const next = tokens[at++];
    if (next === undefined) throw new Error('the condition ends too early');
    if (next === '~') {
      const inner = one();
      return (done) => !inner(done);
    }
    if (next === '(') {
      const inner = alternatives();
      if (tokens[at++] !== ')') throw new Error('a parenthesis is not closed');
      return inner;
    }
    if ([')', anOr, anAnd].includes(next)) throw new Error(`“${next}” stands where an item belongs`);
    return named(next, knows);
  };
  const whole = alternatives();
  if (at < tokens.length) throw new Error(`“${tokens[at]}” is left over`);
  return whole;
}

function named(text: string, knows: (id: string) => boolean): (done: Done) => boolean {
  const some = /^(\d+)\*\{(.*)\}$/.exec(text);
  const ids = some ? some[2]!.split(',').map((id) => id.trim()) : [text.replace(/\s*(=|<>).*$/, '')];
  const unknown = ids.find((id) => !knows(id));
  if (unknown !== undefined) throw new Error(`there is no item “${unknown.slice(0, 80)}”`);
  const isNot = /<>/.test(text);
  const least = some ? Number(some[1]) : 1;
  return (done) => ids.filter((id) => done(id)).length >= least !== isNot;
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`“${text.slice(from, from + 20)}” cannot be read`);
    found.push(match[1]!);
  }
  return found;
}
