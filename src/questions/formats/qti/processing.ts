import { exact } from '../../marking/decimal.js';
import { decimalOf, written } from '../numbers.js';
import { refuse } from '../refusals.js';
import { all, deep, elements, first, textOf, type XmlElement } from '../source/element.js';

/** One way to earn: a response that is right as a whole, near enough, or worth what its map says. */
export interface Term {
  response: string;
  by: 'match' | 'map' | 'equal';
  /** What it is worth; a map says so itself. */
  worth: string;
  /** `equal` alone. */
  tolerance?: (answer: string) => object;
}

/**
 * How responses are marked, if it is one of the standard templates, or the same written out for one or several
 * responses. @throws ItemRefused for every other way
 */
export function termsOf(item: XmlElement): Term[] {
  const processing = first(item, 'responseProcessing');
  if (!processing) return [];
  const template = processing.attributes.template ?? processing.attributes.templateLocation;
  if (template) return [templateTerm(template, item)];
  return elements(processing).map((each) => {
    if (each.name === 'setOutcomeValue') return mapTerm(each);
    if (each.name === 'responseCondition') return conditionTerm(each);
    return unknown(each);
  });
}

const unknown = ({ name }: XmlElement): never => refuse(`Its response processing is not a standard one (“${name}”).`);

function templateTerm(template: string, item: XmlElement): Term {
  const name = /(match_correct|map_response|map_response_point)(\.xml)?$/.exec(template)?.[1];
  if (name !== 'match_correct' && name !== 'map_response')
    return refuse(`Its response processing “${template.slice(-60)}” is not a standard one.`);
  const score = all(item, 'outcomeDeclaration').find(({ attributes }) => attributes.identifier === 'SCORE');
  const worth = score?.attributes.normalMaximum ?? '1';
  return { response: 'RESPONSE', by: name === 'map_response' ? 'map' : 'match', worth };
}

/** `SCORE = mapResponse(X)`, or added to it. */
function mapTerm(set: XmlElement): Term {
  const [map, ...more] = deep(set, 'mapResponse');
  if (!map || more.length > 0 || deep(set, 'baseValue').length > 0 || !isScore(set)) return unknown(set);
  return { response: map.attributes.identifier ?? '', by: 'map', worth: '0' };
}

/** If the response is right, `SCORE = w`, or `w` more. */
function conditionTerm(condition: XmlElement): Term {
  const [when, otherwise, ...more] = elements(condition);
  if (when?.name !== 'responseIf' || more.length > 0 || !setsNothing(otherwise)) return unknown(condition);
  const [test, set, ...rest] = elements(when);
  if (!test || !set || rest.length > 0 || !isScore(set) || set.name !== 'setOutcomeValue') return unknown(condition);
  const id = first(test, 'variable')?.attributes.identifier ?? '';
  const isAboutOne = first(test, 'correct')?.attributes.identifier === id && elements(test).length === 2;
  const values = deep(set, 'baseValue');
  if (!isAboutOne || values.length !== 1) return unknown(test);
  const worth = decimalOf(textOf(values[0]), 'The worth of an answer');
  if (test.name === 'match') return { response: id, by: 'match', worth };
  if (test.name === 'equal') return { response: id, by: 'equal', worth, tolerance: (answer) => nearness(test, answer) };
  if (test.name === 'equalRounded') return { response: id, by: 'equal', worth, tolerance: () => figuresOf(test) };
  return unknown(test);
}

const isScore = (set: XmlElement): boolean =>
  set.attributes.identifier === 'SCORE' &&
  elements(set).every(({ name }) => ['baseValue', 'sum', 'mapResponse'].includes(name)) &&
  deep(set, 'variable').every(({ attributes }) => attributes.identifier === 'SCORE');

const setsNothing = (otherwise: XmlElement | undefined): boolean =>
  otherwise === undefined ||
  (otherwise.name === 'responseElse' && deep(otherwise, 'baseValue').every((value) => Number(textOf(value)) === 0));

/** The tolerance of `equal`, ends included. @throws ItemRefused */
function nearness(test: XmlElement, answer: string): object {
  const { toleranceMode = 'exact', tolerance = '0', includeLowerBound, includeUpperBound } = test.attributes;
  if (toleranceMode === 'exact') return { kind: 'absolute', by: '0' };
  if (includeLowerBound === 'false' || includeUpperBound === 'false')
    return refuse('An end of its tolerance is not a right answer; here both ends are.');
  const [below = '0', above = below] = tolerance
    .trim()
    .split(/\s+/)
    .map((each) => decimalOf(each, 'The tolerance'));
  const isEven = exact(below).eq(above);
  if (toleranceMode === 'relative')
    return isEven
      ? { kind: 'relative', percent: below }
      : refuse('Its relative tolerance is not the same on both sides.');
  if (toleranceMode !== 'absolute') return refuse(`The tolerance “${toleranceMode}” is not known.`);
  if (isEven) return { kind: 'absolute', by: below };
  return { kind: 'range', from: written(exact(answer).minus(below)), to: written(exact(answer).plus(above)) };
}

function figuresOf({ attributes: { roundingMode = 'significantFigures', figures = '' } }: XmlElement): object {
  if (roundingMode !== 'significantFigures') return refuse('Numbers rounded to decimal places are not compared here.');
  return { kind: 'figures', figures: Number(figures) };
}
