import { plainText } from '../html/plain-text.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, deep, first, innerMarkup, type XmlElement } from '../source/element.js';
import { marksOf } from '../numbers.js';
import { choiceDraft, matchDraft, orderDraft } from './arranged.js';
import { type Asking, isForCandidates } from './asking.js';
import { handedInDraft, writtenDraft } from './examined.js';
import { clozeDraft, entryDraft } from './gaps.js';
import { termsOf, type Term } from './processing.js';
import { interactionsIn, replaced } from './qti-element.js';

const gap = '{{gap}}';
const inline = ['textEntryInteraction', 'inlineChoiceInteraction'];
const readers: Record<string, (asking: Asking) => Partial<Draft>> = {
  choiceInteraction: choiceDraft,
  matchInteraction: matchDraft,
  orderInteraction: orderDraft,
  extendedTextInteraction: writtenDraft,
  uploadInteraction: handedInDraft,
  textEntryInteraction: entryDraft,
};

/** An item of QTI 2.1, 2.2 or 3.0 in our types. @throws ItemRefused */
export function itemDraft(item: XmlElement, notes: Notes): Draft {
  if (item.attributes.adaptive === 'true') return refuse('It asks again until it is answered; that is not done here.');
  if (deep(item, 'templateDeclaration', 'templateProcessing').length > 0)
    return refuse('It draws numbers by a template of its own.');
  const body = first(item, 'itemBody') ?? refuse('It has no text.');
  const interactions = interactionsIn(body);
  const [only, ...more] = interactions;
  if (!only) return refuse('It is a text without a question.');
  const terms = termsOf(item);
  const feedback = all(item, 'modalFeedback')
    .map((each) => plainText(innerMarkup(each), notes))
    .join('\n');
  const said = feedback ? { feedback } : {};
  const isInline = interactions.every(({ name }) => inline.includes(name));
  if (isInline && (more.length > 0 || only.name === 'inlineChoiceInteraction')) {
    const gaps = interactions.map((interaction) => ({ item, interaction, notes, term: termFor(terms, interaction) }));
    const ids = new Map(interactions.map((each, at) => [each, `{{g${at + 1}}}`]));
    return { ...clozeDraft(gaps), text: shown(body, (each) => ids.get(each), notes), ...said } as Draft;
  }
  if (more.length > 0) return refuse('It asks several questions in one.');
  const reader = readers[only.name];
  if (!reader) return refuse(unread[only.name] ?? `The interaction “${only.name}” is not known here.`);
  const text = shown(body, (each) => (each === only ? ` ${gap} ` : undefined), notes);
  const prompt = plainText(innerMarkup(first(only, 'prompt') ?? { ...only, content: [] }), notes);
  const asked = [
    text.replace(new RegExp(`\\s*${gap}\\s*$`), '').replace(gap, inline.includes(only.name) ? '_____' : ''),
    prompt,
  ];
  const term = termFor(terms, only);
  const own = reader({ item, interaction: only, term, notes });
  return {
    text: asked
      .map((each) => each.trim())
      .filter(Boolean)
      .join('\n'),
    ...(term && term.by !== 'map' && { marks: marksOf(term.worth) }),
    ...said,
    ...own,
  } as Draft;
}

const unread: Record<string, string> = {
  associateInteraction: 'Pairs among one list are not asked here.',
  gapMatchInteraction: 'Words to be put into gaps once each are not asked here.',
  hotspotInteraction: 'Questions on pictures are drawn anew in the editor.',
  selectPointInteraction: 'Questions on pictures are drawn anew in the editor.',
  graphicOrderInteraction: 'Questions on pictures are drawn anew in the editor.',
  graphicAssociateInteraction: 'Questions on pictures are drawn anew in the editor.',
  graphicGapMatchInteraction: 'Questions on pictures are drawn anew in the editor.',
};

const termFor = (terms: Term[], { attributes }: XmlElement): Term | undefined =>
  terms.find(({ response }) => response === (attributes.responseIdentifier ?? 'RESPONSE'));

/** The text of the body as candidates read it; what is for markers alone is no part of it. */
function shown(body: XmlElement, by: (each: XmlElement) => string | undefined, notes: Notes): string {
  const text = replaced(body, (each) => (each.name === 'rubricBlock' && !isForCandidates(each) ? '' : by(each)));
  return plainText(innerMarkup(text), notes);
}
