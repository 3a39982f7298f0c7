import { decimalOf } from '../numbers.js';
import { refuse } from '../refusals.js';
import { all, elements, first, textOf, type XmlElement } from '../source/element.js';

type Op = 'equal' | 'gte' | 'lte' | 'gt' | 'lt';

export interface Test {
  response: string;
  op: Op;
  value: string;
  caseSensitive: boolean;
}

/** One condition: if all of `tests` hold and none of `not`, the points are earned. */
export interface Rule {
  tests: Test[];
  not: Test[];
  /** One of several suffices. */
  any: boolean;
  points: number;
  adds: boolean;
}

const ops: Record<string, Op> = { varequal: 'equal', vargte: 'gte', varlte: 'lte', vargt: 'gt', varlt: 'lt' };

/** The rules by which an item of QTI 1.2 is marked. Conditions that earn nothing are about feedback. @throws ItemRefused */
export function rulesOf(item: XmlElement): Rule[] {
  return all(item, 'resprocessing').flatMap((processing) =>
    all(processing, 'respcondition').flatMap((condition): Rule[] => {
      const [set, ...more] = all(condition, 'setvar');
      if (!set) return [];
      if (more.length > 0) return refuse('A condition sets several values.');
      const points = Number(decimalOf(textOf(set), 'The points of an answer'));
      const action = (set.attributes.action ?? 'Set').toLowerCase();
      if (!['set', 'add', 'subtract'].includes(action)) return refuse(`A condition changes points by “${action}”.`);
      const inner = first(condition, 'conditionvar') ?? refuse('A condition is empty.');
      if (elements(inner).every(({ name }) => name === 'other'))
        return points === 0 ? [] : refuse('Any other answer earns points.');
      return [{ ...partsOf(inner), points: action === 'subtract' ? -points : points, adds: action !== 'set' }];
    }),
  );
}

type Parts = Pick<Rule, 'tests' | 'not' | 'any'>;

function partsOf(element: XmlElement): Parts {
  const parts = elements(element).map((each): Parts => {
    const op = ops[each.name];
    if (op) return { tests: [testOf(each, op)], not: [], any: false };
    if (each.name === 'or' && elements(each).some(({ name }) => ops[name] !== undefined && ops[name] !== 'equal'))
      return refuse('Its range is open on one side.');
    if (each.name === 'and' || each.name === 'or')
      return { ...partsOf(each), ...(each.name === 'or' && { any: true }) };
    if (each.name === 'not') return { tests: [], not: partsOf(each).tests, any: false };
    return refuse(`Its response processing is not understood (“${each.name}”).`);
  });
  return {
    tests: parts.flatMap(({ tests }) => tests),
    not: parts.flatMap(({ not }) => not),
    any: parts.some(({ any }) => any),
  };
}

const testOf = (element: XmlElement, op: Op): Test => ({
  response: element.attributes.respident ?? '',
  op,
  value: textOf(element).trim(),
  caseSensitive: /^yes$/i.test(element.attributes.case ?? 'no'),
});
