import { exact } from '../../marking/decimal.js';
import { everyOption, multipleOf, singleOf, type Weighed } from '../choices.js';
import { plainText } from '../html/plain-text.js';
import { named } from '../names.js';
import { marksOf } from '../numbers.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, innerMarkup, type XmlElement } from '../source/element.js';
import type { Asking } from './asking.js';
import { type Declared, declaredOf } from './response.js';

export const labelled = (element: XmlElement, name: string, notes: Notes) =>
  all(element, name).map((each) => ({
    key: each.attributes.identifier ?? '',
    text: plainText(innerMarkup(each), notes),
  }));

export const declaredFor = ({ item, interaction }: Asking): Declared =>
  declaredOf(item, interaction.attributes.responseIdentifier ?? 'RESPONSE');

/** One or several of the choices. */
export function choiceDraft(asking: Asking): Partial<Draft> {
  const declared = declaredFor(asking);
  const options = labelled(asking.interaction, 'simpleChoice', asking.notes);
  const isSingle = declared.cardinality === 'single';
  if (asking.term?.by === 'map') return mappedChoice(declared, options, isSingle, asking.notes);
  if (asking.term?.by !== 'match') return refuse('Nothing says how it is marked.');
  const weighed = options.map(({ key, text }) => ({ text, percent: declared.correct.includes(key) ? '100' : '0' }));
  return isSingle ? truthOr(singleOf(weighed, asking.notes), weighed) : everyOption(weighed);
}

/** Two options, "True" and "False", are a question of that type. */
function truthOr(single: ReturnType<typeof singleOf>, options: Weighed[]): Partial<Draft> {
  const texts = options
    .map(({ text }) => text.toLowerCase())
    .sort()
    .join();
  if (texts !== 'false,true') return single;
  return { type: 'trueFalse', answer: options.find(({ percent }) => percent === '100')!.text.toLowerCase() === 'true' };
}

function mappedChoice(
  { mapping }: Declared,
  options: { key: string; text: string }[],
  isSingle: boolean,
  notes: Notes,
): Partial<Draft> {
  if (!mapping) return refuse('The map of its answers is missing.');
  const worth = options.map(({ key }) =>
    exact(mapping.entries.find((each) => each.key === key)?.value ?? mapping.otherwise),
  );
  const positive = worth.filter((each) => each.gt(0));
  const best = isSingle
    ? worth.reduce((most, each) => (each.gt(most) ? each : most), exact('0'))
    : positive.reduce((sum, each) => sum.plus(each), exact('0'));
  if (!best.gt(0)) return refuse('No option is right.');
  if (mapping.highest !== undefined && exact(mapping.highest).lt(best))
    return refuse('Not all of its answers together earn the marks.');
  if (worth.some((each) => each.isNegative()) && Number(mapping.lowest ?? '-1') !== 0)
    return refuse('Wrong answers take it below zero; here nothing does.');
  const weighed = options.map(({ text }, at) => ({
    text,
    percent: worth[at]!.div(best).times(100).toDecimalPlaces(4).toFixed(),
  }));
  return { ...(isSingle ? singleOf(weighed, notes) : multipleOf(weighed)), marks: marksOf(best.toFixed()) };
}

/** Stems of the first set, choices of the second. */
export function matchDraft(asking: Asking): Partial<Draft> {
  const declared = declaredFor(asking);
  const [left, right] = all(asking.interaction, 'simpleMatchSet');
  if (!left || !right) return refuse('It has not two sets to match.');
  const stems = labelled(left, 'simpleAssociableChoice', asking.notes);
  const choices = named('c', labelled(right, 'simpleAssociableChoice', asking.notes));
  const pairs = pairsOf(declared, asking);
  const matched = stems.map(({ key, text }) => {
    const [own, ...more] = pairs.filter(([stem]) => stem === key);
    if (!own || more.length > 0)
      return refuse(`“${text}” has ${more.length > 0 ? 'several partners' : 'no partner'}; each line has one.`);
    return {
      text,
      match: choices.find((each) => each.key === own[1])?.id ?? refuse(`The partner of “${text}” is not offered.`),
    };
  });
  const marks = asking.term?.by === 'map' ? { marks: sumOf(declared) } : {};
  return {
    type: 'matching',
    stems: named('s', matched),
    choices: choices.map(({ id, text }) => ({ id, text })),
    ...marks,
  };
}

function pairsOf({ correct, mapping }: Declared, { term, notes }: Asking): string[][] {
  if (term?.by === 'match') {
    notes.add('Each pair earns its share; in the file only all of them together did.');
    return correct.map((each) => each.split(/\s+/));
  }
  if (term?.by !== 'map' || !mapping) return refuse('Nothing says how it is marked.');
  const values = mapping.entries.filter(({ value }) => !exact(value).isZero());
  if (
    values.some(({ value }) => value !== values[0]!.value) ||
    !exact(mapping.otherwise).isZero() ||
    values[0]?.value.startsWith('-')
  )
    return refuse('Its pairs do not earn the same share each.');
  return values.map(({ key }) => key.split(/\s+/));
}

const sumOf = ({ mapping }: Declared): number =>
  marksOf(mapping!.entries.reduce((sum, { value }) => sum.plus(value), exact('0')).toFixed());

/** Choices in the right order. */
export function orderDraft(asking: Asking): Partial<Draft> {
  const { correct } = declaredFor(asking);
  if (asking.term?.by !== 'match') return refuse('Nothing says how it is marked.');
  const choices = labelled(asking.interaction, 'simpleChoice', asking.notes);
  if (correct.length !== choices.length) return refuse('Its right order does not name every item once.');
  asking.notes.add('A partly right order earns a share by neighbouring pairs.');
  const items = correct.map((key) => ({
    text: choices.find((each) => each.key === key)?.text ?? refuse(`There is no item “${key}”.`),
  }));
  return { type: 'ordering', items: named('i', items) };
}
