import { z } from 'zod';
import { slug, words } from '../../../shared/index.js';
import { type Accepted, acceptSchema, creditFor, wrongAccepted } from '../../marking/accepted.js';
import { decimalText, exact, parseDecimal } from '../../marking/decimal.js';
import { isTenfold, isWithin, type Tolerance, toleranceSchema, wrongTolerance } from '../../marking/tolerance.js';
import { whyNotANumber } from '../../marking/why-not-a-number.js';
import { responseInvalid, unknownOption } from '../../questions.errors.js';
import { twice } from '../../twice.js';
import type { Outcome, Posed, QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';
import { gapsIn, segmentsOf } from './segments.js';

const weight = z.int().min(1).max(10).default(1);
const option = z.strictObject({ id: slug, text: words(200), correct: z.boolean().default(false) });
const gap = z.discriminatedUnion('kind', [
  z.strictObject({
    id: slug,
    kind: z.literal('text'),
    weight,
    accept: acceptSchema,
    caseSensitive: z.boolean().default(false),
  }),
  z.strictObject({ id: slug, kind: z.literal('number'), weight, answer: decimalText, tolerance: toleranceSchema }),
  z.strictObject({ id: slug, kind: z.literal('choice'), weight, options: z.array(option).min(2).max(12) }),
]);
type Gap = z.output<typeof gap>;
const authored = z.strictObject({ gaps: z.array(gap).min(1, 'there is at least one gap').max(20) });

interface Body {
  text: string;
  gaps: { id: string; kind: Gap['kind']; options?: { id: string; text: string }[] }[];
}
type GapKey = { weight: number } & (
  | { kind: 'text'; accept: Accepted; caseSensitive: boolean }
  | { kind: 'number'; answer: string; tolerance: Tolerance }
  | { kind: 'choice'; correct: string }
);
type Key = Record<string, GapKey>;
const form = z
  .strictObject({ gaps: z.record(z.string().max(40), z.string().max(300)) })
  .describe('cloze: by gap, what was typed or the chosen option; gaps may be left out');
interface Response {
  gaps: Record<string, string>;
}

const gapPart = (id: string) => `gap:${id}`;
const optionPart = (gapId: string, id: string) => `option:${gapId}:${id}`;

/** A text with gaps, `{{gap-id}}`, to type in or to choose for. Each gap earns its weight. */
export const cloze: QuestionType<z.output<typeof authored>, Body, Key, Response> = {
  authored,
  asked: z.object({
    separator: z.string(),
    segments: z.array(
      z.union([
        z.object({ text: z.string() }),
        z.object({
          gap: z.string(),
          kind: z.enum(['text', 'number', 'choice']),
          options: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
        }),
      ]),
    ),
  }),
  form,
  shuffled: true,

  wrong(question) {
    const { text, gaps } = question as typeof question & { text: string };
    const ids = gaps.map(({ id }) => id);
    const [again] = twice(ids);
    if (again !== undefined) return { path: ['gaps', again, 'id'], message: 'This id is used twice.' };
    const written = gapsIn(text);
    const lost = ids.findIndex((id) => written.filter((name) => name === id).length !== 1);
    if (lost >= 0) return { path: ['gaps', lost, 'id'], message: `The text must hold {{${ids[lost]}}} exactly once.` };
    const unknown = written.find((name) => !ids.includes(name));
    if (unknown) return { path: ['text'], message: `There is no gap "${unknown}".` };
    const wrongs = gaps.map(wrongGap);
    const at = wrongs.findIndex((message) => message !== undefined);
    return at < 0 ? undefined : { path: ['gaps', at], message: wrongs[at]! };
  },

  split: ({ gaps }) => ({
    // The text stands in every body; the type's own fields follow it.
    body: { gaps: gaps.map(bodyOfGap) } as Body,
    key: Object.fromEntries(gaps.map((each) => [each.id, keyOfGap(each)])),
  }),

  parts: ({ gaps }) =>
    gaps.flatMap(({ id, options = [] }) => [gapPart(id), ...options.map((each) => optionPart(id, each.id))]),

  ask({ body, slots, separator }) {
    const byPart = new Map(slots.map(({ id, part }) => [part, id]));
    const shownGap = (id: string) => {
      const { kind, options } = body.gaps.find((each) => each.id === id)!;
      const textOf = new Map(options?.map((each) => [optionPart(id, each.id), each.text]));
      const shown = slots.flatMap((slot) =>
        textOf.has(slot.part) ? { id: slot.id, text: textOf.get(slot.part)! } : [],
      );
      return { gap: byPart.get(gapPart(id))!, kind, ...(options && { options: shown }) };
    };
    return {
      separator,
      text: body.text.replace(/\{\{[a-z0-9-]+\}\}/g, '_____'),
      segments: segmentsOf(body.text).map((each) => ('text' in each ? each : shownGap(each.gap))),
    };
  },

  read(sent, posed) {
    const gaps = readAs(form, sent, 'Fill in the gaps.')?.gaps;
    if (!gaps) return null;
    const filled = Object.entries(gaps).map(([id, text]): [string, string] => [id, text.trim()]);
    for (const [id, text] of filled) if (text) readGap(id, text, posed);
    const kept = filled.filter(([, text]) => text !== '');
    return kept.length > 0 ? { gaps: Object.fromEntries(kept) } : null;
  },

  mark(key, { gaps }, { slots, separator }) {
    const whole = Object.values(key).reduce((sum, { weight: each }) => sum + each, 0);
    const partOf = new Map(slots.map(({ id, part }) => [id, part]));
    const outcomes = slots.flatMap(({ id, part }) => {
      const gapKey = part.startsWith('gap:') ? key[part.slice('gap:'.length)] : undefined;
      const given = gaps[id];
      if (!gapKey || given === undefined) return [];
      const outcome = markGap(part.slice('gap:'.length), gapKey, given, separator, partOf);
      return [{ ...outcome, credit: outcome.credit * gapKey.weight }];
    });
    const finding = outcomes.find((outcome) => outcome.finding)?.finding;
    // Thousandths of weights: a sum of shares of all gaps is one, not nearly one.
    const earned = Math.round(outcomes.reduce((sum, { credit }) => sum + credit, 0) * 1_000_000) / 1_000_000;
    return { credit: Math.min(1, earned / whole), ...(finding && { finding }) };
  },

  reveal(key, { slots, separator }) {
    const idOf = new Map(slots.map(({ id, part }) => [part, id]));
    const right = Object.entries(key).map(([id, gapKey]): [string, string] => [
      idOf.get(gapPart(id))!,
      rightOf(id, gapKey),
    ]);
    function rightOf(id: string, gapKey: GapKey): string {
      if (gapKey.kind === 'choice') return idOf.get(optionPart(id, gapKey.correct))!;
      if (gapKey.kind === 'number') return gapKey.answer.replace('.', separator);
      return gapKey.accept.find(({ credit }) => Number(credit) === 1)!.text;
    }
    return { gaps: Object.fromEntries(right) };
  },

  guess: () => null,
};

function wrongGap(each: Gap): string | undefined {
  if (each.kind === 'text') return wrongAccepted(each.accept, each.caseSensitive);
  if (each.kind === 'number') return wrongTolerance(each.answer, each.tolerance);
  if (twice(each.options.map(({ id }) => id)).length > 0) return 'An option id is used twice.';
  const right = each.options.filter(({ correct }) => correct).length;
  return right === 1 ? undefined : `Exactly one option is correct, not ${right}.`;
}

const bodyOfGap = (each: Gap): Body['gaps'][number] => ({
  id: each.id,
  kind: each.kind,
  ...(each.kind === 'choice' && { options: each.options.map(({ id, text }) => ({ id, text })) }),
});

function keyOfGap(each: Gap): GapKey {
  const { weight: worth } = each;
  if (each.kind === 'text')
    return { kind: 'text', weight: worth, accept: each.accept, caseSensitive: each.caseSensitive };
  if (each.kind === 'number') return { kind: 'number', weight: worth, answer: each.answer, tolerance: each.tolerance };
  return { kind: 'choice', weight: worth, correct: each.options.find(({ correct }) => correct)!.id };
}

function readGap(id: string, text: string, { body, slots, separator }: Posed<Body>): void {
  const part = slots.find((slot) => slot.id === id)?.part;
  const known = body.gaps.find((each) => gapPart(each.id) === part);
  if (!known) throw unknownOption();
  if (known.kind === 'number') {
    const wrong = whyNotANumber(text, separator);
    if (wrong) throw responseInvalid(`In “${text}”: ${wrong}`);
  }
  const chosen = slots.find((slot) => slot.id === text)?.part;
  if (known.kind === 'choice' && !chosen?.startsWith(`option:${known.id}:`)) throw unknownOption();
}

function markGap(
  id: string,
  key: GapKey,
  given: string,
  separator: Posed['separator'],
  partOf: Map<string, string>,
): Outcome {
  if (key.kind === 'text') return { credit: creditFor(key.accept, given, key.caseSensitive) };
  if (key.kind === 'choice') return { credit: partOf.get(given) === optionPart(id, key.correct) ? 1 : 0 };
  const number = parseDecimal(given, separator);
  if (!number) return { credit: 0 };
  if (isWithin(number, exact(key.answer), key.tolerance)) return { credit: 1 };
  return isTenfold(number, exact(key.answer)) ? { credit: 0, finding: 'tenfold' } : { credit: 0 };
}
