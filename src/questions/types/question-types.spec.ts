import fc from 'fast-check';
import { z } from 'zod';
import { authoredQuestion, type AuthoredSingle } from '../authored.js';
import { splitQuestion } from '../bank/split-question.js';
import { type Posed, questionType, type TypeName } from './index.js';

const common = { topic: 'dilution', text: 'A question', feedback: 'SECRET feedback', source: 'SECRET source' };
const authored = z.array(authoredQuestion).parse([
  {
    ...common,
    id: 'one',
    type: 'single',
    options: [
      { id: 'right', text: 'A', correct: true },
      { id: 'wrong', text: 'B' },
    ],
  },
  {
    ...common,
    id: 'some',
    type: 'multiple',
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id < 'c' })),
  },
  { ...common, id: 'whether', type: 'trueFalse', answer: false },
  { ...common, id: 'how-much', type: 'numeric', answer: '2.5', tolerance: '0.1', unit: 'mL' },
]) as AuthoredSingle[];

const stored = (type: TypeName) => splitQuestion(authored.find((question) => question.type === type)!);
const posedAs = (type: TypeName): Posed => {
  const { body } = stored(type);
  const slots = questionType(type)
    .parts(body)
    .map((part, at) => ({ id: `s${at}`, part }));
  return { body, slots, variant: null, separator: '.' };
};
const credit = (type: TypeName, sent: unknown) => {
  const response = questionType(type).read(sent, posedAs(type));
  return response && questionType(type).mark(stored(type).key.right, response, posedAs(type)).credit;
};
const refusal = (type: TypeName, sent: unknown): string => {
  try {
    questionType(type).read(sent, posedAs(type));
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};

describe('marking', () => {
  it('gives the mark of a single choice to the right option alone', () => {
    expect(credit('single', { option: 's0' })).toBe(1);
    expect(credit('single', { option: 's1' })).toBe(0);
  });

  it('gives the mark of a multiple choice to exactly the right options: more or fewer earn nothing', () => {
    fc.assert(
      fc.property(fc.subarray(['s0', 's1', 's2', 's3'], { minLength: 1 }), (options) => {
        expect(credit('multiple', { options })).toBe(options.join() === 's0,s1' ? 1 : 0);
      }),
    );
    expect(credit('multiple', { options: ['s1', 's0', 's1'] })).toBe(1);
  });

  it('marks true and false', () => {
    expect(credit('trueFalse', { value: false })).toBe(1);
    expect(credit('trueFalse', { value: true })).toBe(0);
  });

  it('marks numbers within the tolerance', () => {
    expect(credit('numeric', { value: ' 2.60 ' })).toBe(1);
    expect(credit('numeric', { value: '2.61' })).toBe(0);
    expect(credit('numeric', { value: '25' })).toBe(0);
  });

  it('takes null, no option and an empty box as a cleared answer', () => {
    expect(credit('single', null)).toBeNull();
    expect(credit('multiple', { options: [] })).toBeNull();
    expect(credit('numeric', { value: '  ' })).toBeNull();
  });

  it.each<[TypeName, unknown]>([
    ['single', { option: 's9' }],
    ['single', { option: 'right' }],
    ['single', { options: ['s0'] }],
    ['single', 's0'],
    ['single', { option: 's0', correct: true }],
    ['multiple', { options: ['s0', 'a'] }],
    ['multiple', { options: 's0' }],
    ['multiple', { option: 's0' }],
    ['trueFalse', { value: 'true' }],
    ['trueFalse', { value: 0 }],
    ['numeric', { value: 2.5 }],
    ['numeric', { value: '2,5' }],
    ['numeric', { value: '2.5 mL' }],
    ['numeric', []],
    ['numeric', undefined],
  ])('refuses for %s the response %j', (type, sent) => {
    expect(refusal(type, sent)).toBe('response_invalid');
  });
});

describe('what is asked', () => {
  it.each<TypeName>(['single', 'multiple', 'trueFalse', 'numeric'])('holds nothing of the key of a %s', (type) => {
    const { body, key } = stored(type);
    const asked = JSON.stringify({ text: body.text, ...questionType(type).ask(posedAs(type)) });
    expect(asked).toContain('A question');
    for (const secret of ['SECRET', 'right', 'correct', 'answer', 'tolerance', '2.5', 'false'])
      expect(asked).not.toContain(secret);
    expect(JSON.stringify(body)).not.toMatch(/SECRET|correct|answer|tolerance|2\.5|false/);
    expect(JSON.stringify(key)).toContain('SECRET feedback');
  });
});
