import { quizFileSchema } from './quiz-file.js';

const question = (id: string, more: object) => ({ id, topic: 't', text: 'Q?', feedback: 'F', source: 'S', ...more });
const single = question('one', {
  type: 'single',
  options: [
    { id: 'a', text: 'A', correct: true },
    { id: 'b', text: 'B' },
  ],
});
const quiz = (questions: object[], more: object = {}) => ({
  ...{ title: 'Quiz', intro: 'Intro', passPercent: 80, draw: 1, minutes: 20, attempts: 3, review: ['score'] },
  questions,
  ...more,
});
const messages = (value: object) => quizFileSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a quiz file', () => {
  it('is taken with every kind of question, and fills in what may be left out', () => {
    const parsed = quizFileSchema.parse(
      quiz([
        single,
        question('two', { type: 'trueFalse', answer: false }),
        question('three', { type: 'numeric', answer: '-2.5', unit: 'mL', marks: 2 }),
      ]),
    );
    expect(parsed.questions[0]).toMatchObject({ marks: 1, options: [{ correct: true }, { correct: false }] });
    expect(parsed.questions[2]).toMatchObject({ tolerance: { kind: 'absolute', by: '0' }, marks: 2 });
  });

  it.each([
    [
      'no right option',
      [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      'single',
      'Exactly one option is correct, not 0.',
    ],
    [
      'two right options',
      [
        { id: 'a', text: 'A', correct: true },
        { id: 'b', text: 'B', correct: true },
      ],
      'single',
      'not 2.',
    ],
    [
      'only right options',
      [
        { id: 'a', text: 'A', correct: true },
        { id: 'b', text: 'B', correct: true },
      ],
      'multiple',
      'Not every option may be correct.',
    ],
    [
      'no right option of many',
      [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      'multiple',
      'At least one option is correct.',
    ],
    [
      'an option twice',
      [
        { id: 'a', text: 'A', correct: true },
        { id: 'a', text: 'B' },
      ],
      'single',
      'An option id is used twice.',
    ],
  ])('is refused with %s', (_, options, type, message) => {
    expect(messages(quiz([question('one', { type, options })])).join()).toContain(message);
  });

  it('is refused when it draws more than there is, repeats a question, or writes a number as a number', () => {
    expect(messages(quiz([single], { draw: 2 }))).toEqual(['2 questions are to be drawn, but there are 1.']);
    expect(messages(quiz([single, single]))).toEqual(['This question id is used twice.']);
    expect(messages(quiz([question('n', { type: 'numeric', answer: 4 })]))).toHaveLength(1);
    expect(messages(quiz([question('n', { type: 'numeric', answer: '1e3' })]))).toHaveLength(1);
  });

  it('is refused with a key nobody knows, at any depth', () => {
    expect(quizFileSchema.safeParse(quiz([{ ...single, hint: 'x' }])).success).toBe(false);
    expect(quizFileSchema.safeParse(quiz([single], { shuffle: true })).success).toBe(false);
  });
});
