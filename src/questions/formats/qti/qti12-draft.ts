import { plainText, textIn } from '../html/plain-text.js';
import { named } from '../names.js';
import { marksOf } from '../numbers.js';
import { wholeRubric } from '../moodle/examined.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, deep, elements, fieldOf, first, textOf, type XmlElement } from '../source/element.js';
import { choice12, number12, words12 } from './qti12-answers.js';
import { type Rule, rulesOf } from './qti12-processing.js';

const responses = ['response_lid', 'response_str', 'response_num', 'response_xy', 'response_grp'];

/** An item of QTI 1.2 in our types. @throws ItemRefused */
export function item12Draft(item: XmlElement, notes: Notes): Draft {
  const presentation = first(item, 'presentation') ?? refuse('It has no text.');
  const asked = deep(presentation, ...responses);
  const [only, ...more] = asked;
  if (!only) return refuse('It is a text without a question.');
  const rules = rulesOf(item);
  const feedback = all(item, 'itemfeedback')
    .map((each) => materialOf(each, notes))
    .filter(Boolean)
    .join('\n');
  const points = deep(item, 'qtimetadatafield').find((each) =>
    ['points_possible', 'cc_weighting'].includes(fieldOf(each, 'fieldlabel')),
  );
  const own = more.length > 0 ? pairs12(asked, rules, notes) : single12(only, rules, notes);
  const best = own.best === 100 ? '1' : String(own.best);
  const marks = marksOf(points ? fieldOf(points, 'fieldentry') : best);
  return {
    text: materialOf(presentation, notes),
    marks,
    ...own.draft,
    ...(own.draft.type === 'essay' && { rubric: wholeRubric(marks, '', notes) }),
    ...(feedback && { feedback }),
  } as Draft;
}

/** What a reader made of the answers, and the points of the best one. */
export interface Read12 {
  draft: Partial<Draft>;
  best: number;
}

function single12(response: XmlElement, rules: Rule[], notes: Notes): Read12 {
  if (response.name === 'response_lid') return choice12(response, labelsOf(response, notes), rules, notes);
  if (response.name === 'response_xy') return refuse('Questions on pictures are drawn anew in the editor.');
  if (response.name === 'response_grp') return refuse('Groups of answers are not asked here.');
  const earning = rules.filter(({ points }) => points > 0);
  if (earning.length === 0) return { draft: { type: 'essay' }, best: 1 };
  const isNumber =
    response.name === 'response_num' || earning.some(({ tests }) => tests.some(({ op }) => op !== 'equal'));
  return isNumber ? number12(earning) : words12(earning, rules, notes);
}

/** Several lists with their own texts: each is a line of a matching question. */
function pairs12(asked: XmlElement[], rules: Rule[], notes: Notes): Read12 {
  if (asked.some(({ name }) => name !== 'response_lid')) return refuse('It asks several questions in one.');
  const texts = [...new Set(asked.flatMap((each) => labelsOf(each, notes).map(({ text }) => text)))];
  const choices = named(
    'c',
    texts.map((text) => ({ text })),
  );
  const stems = asked.map((each) => {
    const ident = each.attributes.ident ?? '';
    const right = rules.filter(({ points, tests }) => points > 0 && tests.length === 1 && tests[0]!.response === ident);
    if (right.length !== 1) return refuse('A line has not exactly one partner.');
    const label = labelsOf(each, notes).find(({ key }) => key === right[0]!.tests[0]!.value);
    const match =
      choices.find(({ text }) => text === label?.text)?.id ?? refuse('The partner of a line is not offered.');
    return { text: materialOf(each, notes), match, points: right[0]!.points };
  });
  // Percentages of an even share are written with two digits.
  if (stems.some(({ points }) => Math.abs(points - stems[0]!.points) > 0.02))
    return refuse('Its pairs do not earn the same share each.');
  const lines = stems.map(({ text, match }) => ({ text, match }));
  return { draft: { type: 'matching', stems: named('s', lines), choices }, best: 100 };
}

const labelsOf = (response: XmlElement, notes: Notes) =>
  deep(response, 'response_label').map((label) => ({
    key: label.attributes.ident ?? '',
    text: materialOf(label, notes),
  }));

/** The text of an element, without that of answers within it. */
function materialOf(element: XmlElement, notes: Notes): string {
  return elements(element)
    .flatMap((each): string[] => {
      if (each.name === 'mattext') {
        const format = each.attributes.texttype === 'text/plain' ? 'plain' : undefined;
        return [format ? textIn(format, textOf(each), notes) : plainText(textOf(each), notes)];
      }
      if (each.name === 'matimage') notes.add('A picture is left out.');
      return responses.includes(each.name) || each.name.startsWith('render_') ? [] : [materialOf(each, notes)];
    })
    .filter(Boolean)
    .join('\n');
}
