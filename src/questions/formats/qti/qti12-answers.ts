import { exact } from '../../marking/decimal.js';
import { acceptedOf, everyOption, multipleOf, singleOf } from '../choices.js';
import { decimalOf, written } from '../numbers.js';
import type { Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import type { XmlElement } from '../source/element.js';
import type { Read12 } from './qti12-draft.js';
import type { Rule } from './qti12-processing.js';

interface Label {
  key: string;
  text: string;
}

/** One or several labels of a list. */
export function choice12(response: XmlElement, labels: Label[], rules: Rule[], notes: Notes): Read12 {
  const cardinality = (response.attributes.rcardinality ?? 'Single').toLowerCase();
  if (cardinality === 'ordered') return refuse('Orders of QTI 1.2 are not read.');
  if (cardinality === 'single') return single(labels, rules, notes);
  const whole = rules.filter(({ points, adds }) => points > 0 && !adds);
  if (whole.length === 1 && rules.every(({ points }) => points >= 0)) return every(labels, whole[0]!);
  const points = pointsOf(labels, rules);
  const best = points.filter((each) => each > 0).reduce((sum, each) => sum + each, 0);
  if (best <= 0) return refuse('No option is right.');
  return { draft: multipleOf(percents(labels, points, best)), best };
}

function single(labels: Label[], rules: Rule[], notes: Notes): Read12 {
  const points = pointsOf(labels, rules);
  const best = Math.max(...points, 0);
  if (best <= 0) return refuse('No option is right.');
  const weighed = percents(labels, points, best);
  const read = singleOf(weighed, notes);
  const texts = labels
    .map(({ text }) => text.toLowerCase())
    .sort()
    .join();
  if (texts !== 'false,true') return { draft: read, best };
  return {
    draft: {
      type: 'trueFalse',
      answer: weighed.find(({ percent }) => percent === '100')!.text.toLowerCase() === 'true',
    },
    best,
  };
}

/** All labels that must be chosen, and those that must not. */
function every(labels: Label[], { tests, not, any, points }: Rule): Read12 {
  const named = [...tests, ...not].map(({ value }) => value);
  if (any || labels.some(({ key }) => !named.includes(key)))
    return refuse('It does not say of every option whether it is right.');
  const right = tests.map(({ value }) => value);
  const weighed = labels.map(({ key, text }) => ({ text, percent: right.includes(key) ? '100' : '0' }));
  return { draft: everyOption(weighed), best: points };
}

/** What each label earns alone. */
function pointsOf(labels: Label[], rules: Rule[]): number[] {
  if (rules.some(({ tests, not }) => tests.length !== 1 || not.length > 0 || tests[0]!.op !== 'equal'))
    return refuse('Its answers do not earn points one by one.');
  return labels.map(({ key }) =>
    rules.filter(({ tests }) => tests[0]!.value === key).reduce((sum, { points }) => sum + points, 0),
  );
}

const percents = (labels: Label[], points: number[], best: number) =>
  labels.map(({ text }, at) => ({
    text,
    percent: exact(String(points[at])).div(best).times(100).toDecimalPlaces(4).toFixed(),
  }));

/** Words that are taken. */
export function words12(earning: Rule[], rules: Rule[], notes: Notes): Read12 {
  if (
    rules.some(({ points, not }) => points < 0 || not.length > 0) ||
    earning.some(({ tests, any }) => tests.length > 1 && !any)
  )
    return refuse('Its answers do not earn points one by one.');
  const best = Math.max(...earning.map(({ points }) => points));
  const answers = earning.flatMap(({ tests, points }) =>
    tests.map(({ value, caseSensitive }) => ({
      caseSensitive,
      text: value,
      percent: exact(String(points)).div(best).times(100).toDecimalPlaces(4).toFixed(),
    })),
  );
  const cases = new Set(answers.map(({ caseSensitive }) => caseSensitive));
  if (cases.size > 1) return refuse('Some of its answers regard capitals and others do not.');
  return {
    draft: { type: 'shortAnswer', accept: acceptedOf(answers, notes), ...(cases.has(true) && { caseSensitive: true }) },
    best,
  };
}

/** One number, or all from one to another. */
export function number12(earning: Rule[]): Read12 {
  const [rule, ...more] = earning;
  if (!rule || more.length > 0) return refuse('It has several numbers for an answer; exactly one must be right.');
  if (rule.tests.some(({ op }) => op === 'gt' || op === 'lt'))
    return refuse('An end of its tolerance is not a right answer; here both ends are.');
  const of = (op: string) =>
    rule.tests.filter((each) => each.op === op).map(({ value }) => decimalOf(value, 'The answer'));
  const [[exactly, ...others], [from], [to]] = [of('equal'), of('gte'), of('lte')];
  if (others.length > 0) return refuse('It has several numbers for an answer; exactly one must be right.');
  if (from === undefined && to === undefined)
    return { draft: { type: 'numeric', answer: exactly, tolerance: { kind: 'absolute', by: '0' } }, best: rule.points };
  if (from === undefined || to === undefined) return refuse('Its range has one end only.');
  const answer = exactly ?? written(exact(from).plus(to).div(2).toDecimalPlaces(6));
  return { draft: { type: 'numeric', answer, tolerance: { kind: 'range', from, to } }, best: rule.points };
}
