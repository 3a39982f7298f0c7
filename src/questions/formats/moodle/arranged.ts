import { named } from '../names.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, fieldOf, first, type XmlElement } from '../source/element.js';
import { textField } from './fields.js';

/** Stems with their answers; an answer without a stem is one choice more. */
export function matchingOf(element: XmlElement, notes: Notes): Partial<Draft> {
  const pairs = all(element, 'subquestion').map((each) => ({
    text: textField(each, notes),
    answer: fieldOf(first(each, 'answer') ?? each, 'text'),
  }));
  return pairedOf(pairs);
}

/** Equal choices are one choice. @throws ItemRefused */
export function pairedOf(pairs: { text: string; answer: string }[]): Partial<Draft> {
  if (pairs.some(({ answer }) => answer.trim() === '')) refuse('A line has nothing to be matched with.');
  const texts = [...new Set(pairs.map(({ answer }) => answer.trim()))];
  const choices = named(
    'c',
    texts.map((text) => ({ text })),
  );
  const idOf = new Map(choices.map(({ id, text }) => [text, id]));
  const stems = named(
    's',
    pairs.filter(({ text }) => text !== '').map(({ text, answer }) => ({ text, match: idOf.get(answer.trim()) })),
  );
  return { type: 'matching', stems, choices };
}

/** Items in the right order. */
export function orderingOf(element: XmlElement, notes: Notes): Partial<Draft> {
  notes.add('A partly right order earns a share by neighbouring pairs.');
  const items = [...all(element, 'answer')].sort(
    (a, b) => Number(a.attributes.fraction ?? 0) - Number(b.attributes.fraction ?? 0),
  );
  return {
    type: 'ordering',
    items: named(
      'i',
      items.map((each) => ({ text: textField(each, notes) })),
    ),
  };
}

/** A text with `[[1]]`: the number names the right choice, and the others of its group are offered with it. */
export function selectedGapsOf(element: XmlElement, notes: Notes, text: string, box: string): Partial<Draft> {
  const choices = all(element, box).map((each) => ({
    text: textField(each, notes) || fieldOf(each, 'text'),
    group: fieldOf(each, 'group') || '1',
  }));
  const gaps: object[] = [];
  const written = text.replaceAll(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
    const right = choices[Number(number) - 1] ?? refuse(`There is no choice ${number}.`);
    const offered = choices.filter(({ group }) => group === right.group);
    const options = named(
      'o',
      offered.map((each) => ({ text: each.text, ...(each === right && { correct: true }) })),
    );
    gaps.push({ id: `g${gaps.length + 1}`, kind: 'choice', options });
    return `{{g${gaps.length}}}`;
  });
  return { type: 'cloze', text: written, gaps };
}
