import { z } from 'zod';
import { slug, words } from '../../../shared/index.js';
import { responseInvalid, unknownOption } from '../../questions.errors.js';
import { twice } from '../../twice.js';
import type { QuestionType, Slot } from '../question-type.js';
import { readAs } from '../read-as.js';

const choice = z.strictObject({ id: slug, text: words(300) });
const authored = z.strictObject({
  stems: z
    .array(z.strictObject({ id: slug, text: words(400), match: slug }))
    .min(2, 'there are at least two stems')
    .max(20),
  choices: z.array(choice).min(2, 'there are at least two choices').max(30),
});
type Named = { id: string; text: string };
interface Body {
  stems: Named[];
  choices: Named[];
}
interface Key {
  /** Stem → choice, by the author's names. */
  match: Record<string, string>;
}
const form = z
  .strictObject({ pairs: z.record(z.string().max(40), z.string().max(40)) })
  .describe('matching: choice by stem; stems may be left out');

const named = z.array(z.object({ id: z.string(), text: z.string() }));
const stemPart = (id: string) => `stem:${id}`;
const choicePart = (id: string) => `choice:${id}`;
const isStem = ({ part }: Slot) => part.startsWith('stem:');

/** To each stem belongs one choice; a choice may serve several stems or none. Each stem earns its share. */
export const matching: QuestionType<z.output<typeof authored>, Body, Key, z.infer<typeof form>> = {
  authored,
  asked: z.object({ stems: named, choices: named }),
  form,
  shuffled: true,

  wrong({ stems, choices }) {
    const [again] = twice(stems.map(({ id }) => id));
    if (again !== undefined) return { path: ['stems', again, 'id'], message: 'This id is used twice.' };
    const [double] = twice(choices.map(({ id }) => id));
    if (double !== undefined) return { path: ['choices', double, 'id'], message: 'This id is used twice.' };
    const lost = stems.findIndex(({ match }) => !choices.some(({ id }) => id === match));
    return lost < 0 ? undefined : { path: ['stems', lost, 'match'], message: 'There is no choice of this id.' };
  },

  split: ({ stems, choices }) => ({
    body: { stems: stems.map(({ id, text }) => ({ id, text })), choices },
    key: { match: Object.fromEntries(stems.map(({ id, match }) => [id, match])) },
  }),

  parts: ({ stems, choices }) => [...stems.map(({ id }) => stemPart(id)), ...choices.map(({ id }) => choicePart(id))],

  ask({ body, slots }) {
    const textOf = new Map([
      ...body.stems.map(({ id, text }): [string, string] => [stemPart(id), text]),
      ...body.choices.map(({ id, text }): [string, string] => [choicePart(id), text]),
    ]);
    const shown = (wanted: Slot[]) => wanted.map(({ id, part }) => ({ id, text: textOf.get(part)! }));
    return { stems: shown(slots.filter(isStem)), choices: shown(slots.filter((slot) => !isStem(slot))) };
  },

  read(sent, { slots }) {
    const pairs = readAs(form, sent, 'Choose one of the choices for each line.')?.pairs;
    if (!pairs) return null;
    const known = new Map(slots.map((slot) => [slot.id, isStem(slot)]));
    for (const [stem, chosen] of Object.entries(pairs)) {
      if (known.get(stem) !== true || known.get(chosen) !== false) throw unknownOption();
    }
    if (Object.keys(pairs).length > slots.length) throw responseInvalid('There are more pairs than lines.');
    return Object.keys(pairs).length > 0 ? { pairs } : null;
  },

  mark({ match }, { pairs }, { slots }) {
    const partOf = new Map(slots.map(({ id, part }) => [id, part]));
    const right = slots.filter(
      (slot) =>
        isStem(slot) && partOf.get(pairs[slot.id] ?? '') === choicePart(match[slot.part.slice('stem:'.length)]!),
    );
    return { credit: right.length / Object.keys(match).length };
  },

  reveal({ match }, { slots }) {
    const idOf = new Map(slots.map(({ id, part }) => [part, id]));
    return {
      pairs: Object.fromEntries(
        Object.entries(match).map(([stem, chosen]) => [idOf.get(stemPart(stem)), idOf.get(choicePart(chosen))]),
      ),
    };
  },

  guess: ({ choices }) => 1 / choices.length,
};
