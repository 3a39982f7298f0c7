import { exact } from '../../marking/decimal.js';
import { decimalOf, written } from '../numbers.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, fieldOf, first, textOf, type XmlElement } from '../source/element.js';

/** A number with its tolerance and units. @throws ItemRefused */
export function numericalOf(element: XmlElement, notes: Notes): Partial<Draft> {
  const answers = all(element, 'answer').filter((answer) => {
    const isRest = fieldOf(answer, 'text') === '*' && Number(answer.attributes.fraction ?? 0) === 0;
    return !isRest;
  });
  if (answers.length !== 1) refuse(`It has ${answers.length} numbers for an answer; exactly one must be right.`);
  const [answer] = answers;
  if (exact(decimalOf(answer!.attributes.fraction ?? '100', 'The percentage')).toNumber() !== 100)
    refuse('Its number does not earn all marks.');
  const tolerance = fieldOf(answer!, 'tolerance');
  return {
    type: 'numeric',
    answer: decimalOf(textOf(first(answer, 'text')), 'The answer'),
    tolerance: { kind: 'absolute', by: decimalOf(tolerance || '0', 'The tolerance') },
    ...unitsOf(element, notes),
  };
}

/** Units: one stands beside the box, several are chosen. In a file one of the key's unit is so many of another one. */
function unitsOf(element: XmlElement, notes: Notes): Partial<Draft> {
  const units = all(first(element, 'units') ?? element, 'unit').map((unit) => ({
    name: fieldOf(unit, 'unit_name'),
    multiplier: decimalOf(fieldOf(unit, 'multiplier') || '1', 'The multiplier of a unit'),
  }));
  if (units.length === 0 || fieldOf(element, 'showunits') === '3') return {};
  if (Number(fieldOf(element, 'unitgradingtype') || '0') !== 0 && Number(fieldOf(element, 'unitpenalty') || '0') !== 1)
    refuse('A wrong unit costs a part of the marks; here it costs all of them.');
  const own = units.findIndex(({ multiplier }) => exact(multiplier).eq(1));
  if (own < 0) refuse('None of its units is that of the answer (multiplier 1).');
  if (units.length === 1) return { unit: units[0]!.name };
  if (fieldOf(element, 'showunits') === '0') notes.add('The unit is chosen, not typed.');
  const ordered = [units[own]!, ...units.filter((_, at) => at !== own)];
  return {
    units: ordered.map(({ name, multiplier }, at) =>
      at === 0 ? { unit: name } : { unit: name, factor: inverse(multiplier) },
    ),
  };
}

/** @throws ItemRefused where the inverse has no end */
function inverse(multiplier: string): string {
  const value = exact(multiplier);
  if (!value.gt(0)) return refuse(`The multiplier of a unit is ${multiplier}; it must be above zero.`);
  const factor = exact('1').div(value);
  if (!factor.toDecimalPlaces(12).times(value).eq(1))
    refuse(`One by ${multiplier} has no end: the unit cannot be converted exactly.`);
  return written(factor.toDecimalPlaces(12));
}
