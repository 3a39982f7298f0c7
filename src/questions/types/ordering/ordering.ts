import { z } from 'zod';
import { slug, words } from '../../../shared/index.js';
import { responseInvalid } from '../../questions.errors.js';
import { twice } from '../../twice.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const authored = z.strictObject({
  /** In the right order. */
  items: z
    .array(z.strictObject({ id: slug, text: words(300) }))
    .min(3, 'there are at least three steps')
    .max(12),
});
interface Body {
  items: { id: string; text: string }[];
}
interface Key {
  order: string[];
}
const place = z.string().regex(/^\d{1,2}$/);
const form = z
  .strictObject({
    order: z.array(z.string().max(40)).max(12).optional(),
    places: z.record(z.string().max(40), place).optional(),
  })
  .describe('ordering: every item, first to last, as `order`');
interface Response {
  order: string[];
}

/** Steps to be put in order. The exact order earns all marks; else each neighbouring pair in order earns its share, less one. */
export const ordering: QuestionType<z.output<typeof authored>, Body, Key, Response> = {
  authored,
  asked: z.object({ items: z.array(z.object({ id: z.string(), text: z.string() })) }),
  form,
  shuffled: true,

  wrong({ items }) {
    const [again] = twice(items.map(({ id }) => id));
    return again === undefined ? undefined : { path: ['items', again, 'id'], message: 'This id is used twice.' };
  },

  // The body tells nothing by its order: candidates get the slots' order, and the body is sorted by name.
  split: ({ items }) => ({
    body: { items: [...items].sort((a, b) => (a.id < b.id ? -1 : 1)) },
    key: { order: items.map(({ id }) => id) },
  }),
  parts: ({ items }) => items.map(({ id }) => id),

  ask({ body, slots }) {
    const textOf = new Map(body.items.map(({ id, text }) => [id, text]));
    return { items: slots.map(({ id, part }) => ({ id, text: textOf.get(part)! })) };
  },

  read(sent, { slots }) {
    const response = readAs(form, sent, 'Put every step into its place.');
    const order = response?.places ? byPlace(response.places) : response?.order;
    if (response && !order) throw responseInvalid('Put every step into its place.');
    if (!order || order.length === 0) return null;
    const known = new Set(slots.map(({ id }) => id));
    const isWhole = order.length === known.size && new Set(order).size === known.size;
    if (!isWhole || !order.every((id) => known.has(id))) {
      throw responseInvalid('Give every step a place of its own.');
    }
    return { order };
  },

  mark({ order }, response, { slots }) {
    const partOf = new Map(slots.map(({ id, part }) => [id, part]));
    const given = response.order.map((id) => partOf.get(id)!);
    const next = new Map(order.map((part, at) => [part, order[at + 1]]));
    const pairs = given.filter((part, at) => given[at + 1] !== undefined && next.get(part) === given[at + 1]).length;
    return { credit: pairs === order.length - 1 ? 1 : Math.max(0, pairs - 1) / (order.length - 1) };
  },

  reveal({ order }, { slots }) {
    const idOf = new Map(slots.map(({ id, part }) => [part, id]));
    return { order: order.map((part) => idOf.get(part)) };
  },

  guess: () => null,
};

/** The form without script asks for the place of each item. @throws when two share one */
function byPlace(places: Record<string, string>): string[] {
  const numbers = Object.values(places).map(Number);
  if (new Set(numbers).size < numbers.length) throw responseInvalid('Two steps cannot have the same place.');
  return Object.entries(places)
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([id]) => id);
}
