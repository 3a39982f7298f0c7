import fc from 'fast-check';
import { posedSample } from './posed-sample.js';
import { type Posed, questionType, type Slot, typeNames } from './index.js';
import { samples } from './samples.js';

const ids = samples.map(({ id }) => id);
const marked = samples.filter(({ type }) => !questionType(type).manual).map(({ id }) => id);
const shuffledSlots = (slots: Slot[]) =>
  fc.shuffledSubarray(slots, { minLength: slots.length, maxLength: slots.length });

/** Any response of the question's form, right and wrong parts mixed, made of what its slots offer. */
function responses(id: string, { slots, body }: Posed): fc.Arbitrary<object> {
  const some = (from: Slot[]) => fc.subarray(from.map((slot) => slot.id));
  const named = (prefix: string) => slots.filter(({ part }) => part.startsWith(prefix));
  const number = fc.constantFrom('4', '8', '31415', '31415.25', '314152.5', '0', '40');
  const among = (from: Slot[]) => fc.constantFrom(...from.map((slot) => slot.id));
  switch (samples.find((each) => each.id === id)!.type) {
    case 'single':
      return fc.record({ option: among(slots) });
    case 'multiple':
      return some(slots).map((options) => ({ options }));
    case 'trueFalse':
      return fc.record({ value: fc.boolean() });
    case 'numeric':
    case 'dosing':
      return 'units' in body ? fc.record({ value: number, unit: among(slots) }) : fc.record({ value: number });
    case 'shortAnswer':
      return fc.record({ value: fc.constantFrom('CANARY frontalis', 'canary forehead muscle', 'x') });
    case 'matching':
      return fc.record({ pairs: fc.dictionary(among(named('stem:')), among(named('choice:'))) });
    case 'ordering':
      return shuffledSlots(slots).map((order) => ({ order: order.map((slot) => slot.id) }));
    case 'cloze': {
      const [muscle, units, depth] = ['muscle', 'units', 'depth'].map((gap) => named(`gap:canary-${gap}`)[0]!.id);
      return fc.record({
        gaps: fc.record(
          { [muscle!]: fc.constantFrom('canary procerus', 'x'), [units!]: number, [depth!]: among(named('option:')) },
          { requiredKeys: [] },
        ),
      });
    }
    case 'hotspot':
    case 'faceMap': {
      const x = fc.constantFrom(314_150, 320_000, 334_150, 500_000, 510_000, 700_000, 7);
      const y = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(314_150, 320_000) }, fc.constant(600_000));
      const more =
        slots.length === 0
          ? {}
          : {
              depth: among(named('depth:')),
              units: fc.constantFrom('2.5', '4', '5', '40', '3'),
              product: among(named('product:')),
            };
      return fc
        .array(fc.record({ x, y, ...more }, { requiredKeys: ['x', 'y'] }), { maxLength: slots.length === 0 ? 1 : 6 })
        .map((points) => ({ points }));
    }
    default:
      return fc.constant({ text: 'Because.' });
  }
}

describe('every type of question', () => {
  it('has a sample here', () => {
    expect(typeNames.filter((type) => !samples.some((sample) => sample.type === type))).toEqual([]);
  });

  it.each(ids)('tells nothing of its key to a candidate: %s', (id) => {
    const { ask, posed } = posedSample(id);
    // What kinds of file are taken is no secret.
    const asked = JSON.stringify(ask()).replace('"accept":', '');
    expect(asked).not.toMatch(/canary|31415|271\.75|correct|credit|tolerance|accept|rubric|formula|factor|answer/i);
    for (const { part } of posed.slots.filter((slot) => slot.part.includes('canary')))
      expect(asked).not.toContain(part);
  });

  it.each(ids)('keeps what is right apart from what may be shown: %s', (id) => {
    const { key, posed } = posedSample(id);
    expect(JSON.stringify(posed.body)).not.toMatch(/CANARY-(feedback|source|criterion|level)|"correct"|"match"|31415/);
    expect(JSON.stringify(key)).toContain('CANARY-feedback');
  });

  it.each(marked)('gives all marks for what it reveals as right: %s', (id) => {
    const { type, key, posed, mark } = posedSample(id);
    const answer = Object.entries(type.reveal(key.right, posed)).filter(
      ([name]) => !['tolerance', 'zones', 'dangers'].includes(name),
    );
    expect(mark(Object.fromEntries(answer))).toEqual({ credit: 1 });
  });

  it.each(marked)(
    'gives a share between nothing and all, the same in whatever order its parts were drawn: %s',
    (id) => {
      const { posed } = posedSample(id);
      fc.assert(
        fc.property(responses(id, posed), shuffledSlots(posed.slots), (response, slots) => {
          const outcome = posedSample(id).mark(response);
          if (!outcome) return;
          expect(outcome.credit).toBeGreaterThanOrEqual(0);
          expect(outcome.credit).toBeLessThanOrEqual(1);
          expect(posedSample(id, { slots }).mark(response)).toEqual(outcome);
        }),
      );
    },
  );

  it.each(ids)('guesses, where that can be said, between nothing and all: %s', (id) => {
    const { type, key, posed } = posedSample(id);
    const guess = type.guess(posed.body, key.right);
    if (guess === null) return;
    expect(guess).toBeGreaterThanOrEqual(0);
    expect(guess).toBeLessThanOrEqual(1);
  });
});

describe('an extra wrong part', () => {
  it('never raises the mark of a multiple choice', () => {
    for (const id of ['some-all', 'some-each']) {
      fc.assert(
        fc.property(
          fc.subarray(['s0', 's1', 's2', 's3', 's4'], { minLength: 1 }),
          fc.constantFrom('s2', 's3', 's4'),
          (options, wrong) => {
            if (options.includes(wrong)) return;
            const { mark } = posedSample(id);
            expect(mark({ options: [...options, wrong] })!.credit).toBeLessThanOrEqual(mark({ options })!.credit);
          },
        ),
      );
    }
  });

  it('never raises the mark of pairs', () => {
    const { mark } = posedSample('which-to-which');
    const wrong: Record<string, string> = { s0: 's5', s1: 's5', s2: 's5' };
    fc.assert(
      fc.property(
        fc.subarray(['s0', 's1', 's2'], { minLength: 1, maxLength: 2 }),
        fc.constantFrom('s0', 's1', 's2'),
        (right, stem) => {
          if (right.includes(stem)) return;
          const pairs = Object.fromEntries(right.map((each) => [each, each === 's1' ? 's4' : 's3']));
          expect(mark({ pairs: { ...pairs, [stem]: wrong[stem]! } })!.credit).toBe(mark({ pairs })!.credit);
        },
      ),
    );
  });
});

describe('a generated dose', () => {
  it('is drawn again from the same numbers, and 100 U in 2.5 mL hold 4 U in 0.1 mL', () => {
    const { type, posed, key } = posedSample('how-diluted');
    const drawn = (picks: number[]) => type.draw!(posed.body, (below) => picks.shift()! % below);
    expect(drawn([1, 1])).toEqual(drawn([1, 1]));
    const variant = drawn([1, 1]);
    expect(variant).toEqual({ vial: '100', diluent: '2.5' });
    expect(type.reveal(key.right, { ...posed, variant })).toMatchObject({ value: '4' });
    expect(type.ask({ ...posed, variant }).text).toBe('A vial of 100 U in 2.5 mL: how much is in 0.1 mL?');
    expect(type.ask({ ...posed, variant, separator: ',' }).text).toContain('in 2,5 mL');
  });
});
