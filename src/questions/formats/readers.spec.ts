import { Authoring, type AuthoredItem } from './authored-item.js';
import { readAiken } from './aiken/read-aiken.js';
import { readGift } from './gift/read-gift.js';
import { readMoodle } from './moodle/read-moodle.js';
import type { ReadItem } from './read-item.js';
import { type Line, linesOf } from './source/lines.js';

const defaults = { topic: 'Unsorted', source: 'quiz.xml' };
type Reader = (lines: Iterable<Line>) => Iterable<ReadItem>;
const reading =
  (reader: Reader) =>
  (text: string | Buffer): AuthoredItem[] => {
    const authoring = new Authoring(defaults);
    return [...reader(linesOf(Buffer.from(text as string)))].map((item) => authoring.complete(item));
  };
const aiken = reading(readAiken);
const gift = reading(readGift);
const moodle = reading(readMoodle);
const quiz = (...questions: string[]) =>
  moodle(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`);
const question = (type: string, inner: string, text = 'Which?') =>
  `<question type="${type}"><name><text>One</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inner}</question>`;
const answer = (text: string, fraction: number | string, more = '') =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;
const reasonOf = (items: AuthoredItem[]) => items.map(({ refused }) => refused);

describe('Aiken', () => {
  it('is read question by question, with the line of each', () => {
    const items = aiken(
      'Which muscle frowns?\nA. frontalis\nB) corrugator\nANSWER: B\n\nWhich lifts?\nA. frontalis\nB. procerus\nANSWER: a\n',
    );
    expect(items.map(({ line }) => line)).toEqual([1, 6]);
    expect(items[0]!.question).toMatchObject({
      id: 'which-muscle-frowns',
      type: 'single',
      text: 'Which muscle frowns?',
      options: [
        { text: 'frontalis', correct: false },
        { text: 'corrugator', correct: true },
      ],
    });
  });

  it('names what is wrong with one question and reads the others', () => {
    const broken = aiken(
      'One?\nA. x\nB. y\n\nTwo?\nA. x\nB. y\nANSWER: C\nThree?\nA. x\nA. y\nANSWER: A\nFour?\nA. x\nhm\nANSWER: A\nANSWER: B\nNo options\nANSWER: A\nFive?\nA. x\nB. y\nANSWER: A,B\nSix?\nA. x\nB. y\nANSWER: A',
    );
    expect(reasonOf(broken)).toEqual([
      'The line “ANSWER:” is missing.',
      'There is no option C.',
      'A letter stands before two options.',
      'Line 15 is neither an option nor the answer.',
      'An answer stands here without a question.',
      'It has no options such as “A. text”.',
      'The answer “A,B” is not one letter.',
      undefined,
    ]);
  });
});

describe('GIFT', () => {
  const one = (text: string) => gift(text)[0]!;

  it('is read with categories, titles, escapes, feedback and the names its comments give', () => {
    const items = gift(
      '// a file\n$CATEGORY: $course$/Dilution\n\n// [id:vial-1]\n::Vial \\: one::How much \\{in all\\}?{\n=2.5 mL#yes\n~%50%2 mL\n~5 mL\n####Because.}\n\n::Second::Is it?{F}\n',
    );
    expect(items.map(({ line, name }) => [line, name])).toEqual([
      [5, 'Vial : one'],
      [11, 'Second'],
    ]);
    expect(items[0]!.question).toMatchObject({
      id: 'vial-1',
      topic: 'Dilution',
      type: 'single',
      text: 'How much {in all}?',
      feedback: 'Because.\n2.5 mL: yes',
      options: [{ text: '2.5 mL', correct: true }, { text: '2 mL', credit: '0.5' }, { text: '5 mL' }],
    });
    expect(items[1]!.question).toMatchObject({ type: 'trueFalse', answer: false, topic: 'Dilution' });
  });

  it.each([
    [
      'Q{=a =b}',
      {
        type: 'shortAnswer',
        accept: [
          { text: 'a', credit: '1' },
          { text: 'b', credit: '1' },
        ],
      },
    ],
    [
      'Q{=a =%50%b}',
      {
        type: 'shortAnswer',
        accept: [
          { text: 'a', credit: '1' },
          { text: 'b', credit: '0.5' },
        ],
      },
    ],
    ['Q{#2.5}', { type: 'numeric', answer: '2.5', tolerance: { kind: 'absolute', by: '0' } }],
    ['Q{#2.5:0.1}', { type: 'numeric', answer: '2.5', tolerance: { kind: 'absolute', by: '0.1' } }],
    ['Q{#=2.5:0.1#said}', { type: 'numeric', answer: '2.5', feedback: 'said' }],
    ['Q{#2..3}', { type: 'numeric', answer: '2.5', tolerance: { kind: 'range', from: '2', to: '3' } }],
    [
      'Q{=a -> x =b -> y =c -> x}',
      {
        type: 'matching',
        choices: [
          { id: 'c1', text: 'x' },
          { id: 'c2', text: 'y' },
        ],
      },
    ],
    ['Q{~%50%a ~%50%b ~%-100%c}', { type: 'multiple', scoring: 'perOption' }],
    ['Q{}', { type: 'essay' }],
    ['The {=procerus ~platysma} frowns.', { type: 'single', text: 'The _____ frowns.' }],
    ['[html]<p>Is <b>5 &lt; 6</b>?</p>{T}', { type: 'trueFalse', text: 'Is 5 < 6?' }],
  ])('reads %s', (text, expected) => {
    expect(one(text)).toMatchObject({ question: expected });
  });

  it.each([
    ['Only words.', 'It is a text without a question.'],
    ['Q{=a', 'The brace { is not closed.'],
    ['Q{=a ~b} and {=c ~d}', 'It has answers in two places.'],
    ['Q{a ~b}', 'Answers begin with = or ~.'],
    ['Q{=a -> x =b}', 'Some answers are pairs and others are not.'],
    ['Q{=a =b ~c}', '2 options are right; exactly one must be.'],
    ['Q{=a ~%-50%b}', 'An answer takes marks away (-50 %): that is not done here.'],
    ['Q{~%50%a ~%50%b ~c}', 'Wrong options take nothing back: who chooses everything would earn all marks.'],
    ['Q{~%70%a ~%30%b ~%-100%c}', 'The right options do not earn the same share each.'],
    ['Q{~%100%a ~%-50%b ~%-25%c}', 'The wrong options do not take back the same share each, all marks together.'],
    ['Q{~a ~b}', 'No option is right.'],
    ['Q{~%50%a ~%50%b}', 'Every option is right.'],
    ['Q{#1,5}', 'The answer “1,5” cannot be read as a number with a point.'],
    ['Q{#=1 =2}', 'It has several numbers for an answer; exactly one must be right.'],
    ['Q{#=%50%1}', 'Its number does not earn all marks.'],
    ['Q{#3..2}', 'The range ends before it begins.'],
    ['Q{#1:2:3}', 'The number “1:2:3” cannot be read.'],
    ['Q{=glab*}', 'The answer “glab*” holds a wildcard: answers are compared as a whole.'],
    ['[html]<script>x</script>{T}', 'The text holds a script.'],
    ['Q{#0.0000001}', 'The number 0.0000001 has more than nine digits before or six after the point.'],
  ])('refuses %s', (text, reason) => {
    expect(one(text).refused).toBe(reason);
  });

  it('does not lose the file to one bad question', () => {
    expect(reasonOf(gift('::a::x{T}\n\n::b::y{=\n\n::c::z{F}'))).toEqual([
      undefined,
      'The brace { is not closed.',
      undefined,
    ]);
  });
});

describe('Moodle XML', () => {
  it('reads categories as topics, and keeps what is said', () => {
    const items = quiz(
      '<question type="category"><category><text>$course$/top/Dilution/Vials // ampoules</text></category></question>',
      question(
        'multichoice',
        `<defaultgrade>2.0000000</defaultgrade><single>true</single><idnumber>Q 7</idnumber><generalfeedback><text>Why.</text></generalfeedback>${answer('A', 100)}${answer('B', 33.33333, '<feedback><text>Nearly.</text></feedback>')}${answer('C', 0)}`,
      ),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      line: 4,
      name: 'One',
      question: {
        id: 'q-7',
        topic: 'Vials / ampoules',
        marks: 2,
        feedback: 'Why.\nB: Nearly.',
        source: 'quiz.xml',
        options: [{ correct: true }, { credit: '0.3333' }, { correct: false }],
      },
      notes: ['The share 33.33333 % is kept as 33.33 %.'],
    });
  });

  it.each<[string, string, object]>([
    [
      'multichoice',
      `<single>false</single>${answer('A', 50)}${answer('B', 50)}${answer('C', -50)}${answer('D', -50)}`,
      { type: 'multiple', scoring: 'perOption' },
    ],
    ['multichoiceset', `${answer('A', 100)}${answer('B', 100)}${answer('C', 0)}`, { type: 'multiple', scoring: 'all' }],
    ['truefalse', `${answer('true', 0)}${answer('false', 100)}`, { type: 'trueFalse', answer: false }],
    [
      'shortanswer',
      `<usecase>1</usecase>${answer('Botox', 100)}${answer('*', 25)}`,
      { caseSensitive: true, accept: [{ text: 'Botox' }, { text: '*', credit: '0.25' }] },
    ],
    [
      'numerical',
      answer('2.50', 100, '<tolerance>0.1</tolerance>') + answer('*', 0),
      { answer: '2.5', tolerance: { kind: 'absolute', by: '0.1' } },
    ],
    [
      'numerical',
      `${answer('2.5', 100)}<units><unit><multiplier>1000</multiplier><unit_name>µL</unit_name></unit><unit><multiplier>1</multiplier><unit_name>mL</unit_name></unit></units>`,
      { units: [{ unit: 'mL' }, { unit: 'µL', factor: '0.001' }] },
    ],
    [
      'numerical',
      `${answer('2.5', 100)}<units><unit><multiplier>1</multiplier><unit_name>mL</unit_name></unit></units>`,
      { unit: 'mL' },
    ],
    [
      'matching',
      '<subquestion><text>s</text><answer><text>x</text></answer></subquestion><subquestion><text>t</text><answer><text>y</text></answer></subquestion><subquestion><text></text><answer><text>z</text></answer></subquestion>',
      {
        stems: [
          { text: 's', match: 'c1' },
          { text: 't', match: 'c2' },
        ],
        choices: [{ text: 'x' }, { text: 'y' }, { text: 'z' }],
      },
    ],
    [
      'ordering',
      `${answer('b', 2)}${answer('a', 1)}${answer('c', 3)}`,
      { items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
    ],
    [
      'essay',
      '<minwordlimit>5</minwordlimit><graderinfo><text>Safety first</text></graderinfo>',
      { type: 'essay', words: { min: 5 }, rubric: [{ criterion: 'Safety first', marks: 1 }] },
    ],
    [
      'essay',
      '<responseformat>noinline</responseformat><attachments>2</attachments><filetypeslist>.pdf,.png</filetypeslist>',
      { type: 'file', maxFiles: 2, accept: ['application/pdf', 'image/png'] },
    ],
  ])('reads %s %#', (type, inner, expected) => {
    expect(quiz(question(type, inner))[0]).toMatchObject({ question: expected });
  });

  it('reads gaps with answers in the text, and gaps to choose for', () => {
    const text = 'Take {1:NUMERICAL:=2.5:0.1} mL, {2:SA:=deep~%50%rather deep}, {:MCV:=slowly~fast#no}.';
    expect(quiz(question('multianswer', '', text))[0]).toMatchObject({
      question: {
        type: 'cloze',
        marks: 4,
        text: 'Take {{g1}} mL, {{g2}}, {{g3}}.',
        gaps: [
          { kind: 'number', answer: '2.5', tolerance: { by: '0.1' }, weight: 1 },
          { kind: 'text', weight: 2, accept: [{ text: 'deep' }, { text: 'rather deep', credit: '0.5' }] },
          { kind: 'choice', options: [{ text: 'slowly', correct: true }, { text: 'fast' }] },
        ],
      },
      notes: expect.arrayContaining(['What is said to single answers in gaps is left out.']),
    });
    const select =
      '<selectoption><text>a</text><group>1</group></selectoption><selectoption><text>b</text><group>1</group></selectoption>';
    expect(quiz(question('gapselect', select, 'First [[2]], then [[1]].'))[0]).toMatchObject({
      question: {
        text: 'First {{g1}}, then {{g2}}.',
        gaps: [{ options: [{ correct: false }, { correct: true }] }, {}],
      },
    });
  });

  it.each<[string, string, string]>([
    ['description', '', 'It is a text without a question.'],
    ['calculated', '', 'Calculated questions have formulas of their own, which are not read.'],
    ['coderunner', '', 'The type “coderunner” is not known here.'],
    ['multichoice', `${answer('A', 100)}${answer('B', 100)}`, '2 options are right; exactly one must be.'],
    [
      'multichoice',
      `${answer('A', 100)}${answer('B', -25)}`,
      'An answer takes marks away (-25 %): that is not done here.',
    ],
    [
      'multichoice',
      `<defaultgrade>2.5</defaultgrade>${answer('A', 100)}${answer('B', 0)}`,
      'It is worth 2.5 marks: questions here are worth whole marks from 1 to 100.',
    ],
    ['multichoice', `${answer('A', 100)}${answer('&lt;script&gt;x&lt;/script&gt;', 0)}`, 'The text holds a script.'],
    ['multichoice', answer('A', 100), 'options: a question has at least two options'],
    ['truefalse', answer('maybe', 100), 'It is not said whether it is true or false.'],
    ['shortanswer', answer('on*', 100), 'The answer “on*” holds a wildcard: answers are compared as a whole.'],
    ['numerical', answer('2,5', 100), 'The answer “2,5” cannot be read as a number with a point.'],
    [
      'numerical',
      answer('2.5', 100, '<tolerance>0,1</tolerance>'),
      'The tolerance “0,1” cannot be read as a number with a point.',
    ],
    ['numerical', answer('1', 100) + answer('2', 50), 'It has 2 numbers for an answer; exactly one must be right.'],
    ['numerical', answer('1', 50), 'Its number does not earn all marks.'],
    [
      'numerical',
      `${answer('1', 100)}<unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty><units><unit><multiplier>1</multiplier><unit_name>mL</unit_name></unit></units>`,
      'A wrong unit costs a part of the marks; here it costs all of them.',
    ],
    [
      'numerical',
      `${answer('1', 100)}<units><unit><multiplier>3</multiplier><unit_name>x</unit_name></unit></units>`,
      'None of its units is that of the answer (multiplier 1).',
    ],
    [
      'numerical',
      `${answer('1', 100)}<units><unit><multiplier>1</multiplier><unit_name>y</unit_name></unit><unit><multiplier>3</multiplier><unit_name>x</unit_name></unit></units>`,
      'One by 3 has no end: the unit cannot be converted exactly.',
    ],
    [
      'numerical',
      `${answer('1', 100)}<units><unit><multiplier>1</multiplier><unit_name>y</unit_name></unit><unit><multiplier>0</multiplier><unit_name>x</unit_name></unit></units>`,
      'The multiplier of a unit is 0; it must be above zero.',
    ],
    [
      'matching',
      '<subquestion><text>s</text><answer><text></text></answer></subquestion>',
      'A line has nothing to be matched with.',
    ],
    ['gapselect', '', 'There is no choice 1.'],
    ['multianswer', '', 'The text holds no gaps.'],
  ])('refuses %s: %#', (type, inner, reason) => {
    expect(quiz(question(type, inner, type === 'gapselect' ? 'A [[1]].' : 'Which?'))[0]!.refused).toBe(reason);
  });

  it.each([
    ['{1:MULTIRESPONSE:=a~b}', 'Gaps of the kind “MULTIRESPONSE” are not known here.'],
    ['{1:MC:=a~%50%b}', 'An option in a gap earns a part of the marks.'],
    ['{1:NM:=1~=2}', 'A gap has not exactly one right number.'],
  ])('refuses the gap %s', (text, reason) => {
    expect(quiz(question('multianswer', '', text))[0]!.refused).toBe(reason);
  });

  it('names what plain text cannot keep, and refuses where it would change a number', () => {
    const [html, power] = quiz(
      question(
        'truefalse',
        `${answer('true', 100)}<hint><text>h</text></hint><incorrectfeedback><text>Look again.</text></incorrectfeedback>`,
        '<p>10<sup>3</sup> &amp; H<sub>2</sub>O</p><table><tr><td>a</td><td>b</td></tr></table><img src="x.png" alt="">\\(x\\)',
      ),
      question('truefalse', answer('true', 100), '10<sup>3.5</sup>'),
    );
    expect(html!.question!.text).toBe('10³ & H₂O\n\na | b |\n\n\\(x\\)');
    expect(html!.notes).toEqual(
      expect.arrayContaining([
        'A table becomes lines of text.',
        'A picture is left out.',
        'A formula stays in its own notation.',
        'Hints are left out.',
        'What is said to right, partly right and wrong answers in general is left out.',
        'It explains nothing: write why the answer is right.',
      ]),
    );
    expect(power!.refused).toBe('“3.5” is raised or lowered: plain text would change the number.');
  });

  it('goes on after a question that is not well-formed, wherever it breaks', () => {
    const fine = question('truefalse', answer('true', 100));
    for (const bad of [
      '<question type="truefalse"><name><text>Two</name></question>',
      '<question type="truefalse"><name><text>Two</text></name>',
      '<question type="truefalse"><name><text>a & b</text></name></question>',
      '<question type="truefalse"><name><text>&nbsp;</text></name></question>',
      '<question type="truefalse"><name><text><![CDATA[never closed</text></name></question>',
    ]) {
      const items = quiz(fine, bad, fine, fine);
      expect(items).toHaveLength(4);
      expect(items.map(({ question: read }) => read !== undefined)).toEqual([true, false, true, true]);
      expect(items.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
      expect(items[1]!.refused).toMatch(/^Line \d+: The XML is not well-formed: /);
      // On one line as well.
      const inOne = moodle(`<quiz>${fine}${bad}${fine}${fine}</quiz>`);
      expect(inOne.map(({ question: read }) => read !== undefined)).toEqual([true, false, true, true]);
    }
  });

  it('gives the same names to the same file, and each name once', () => {
    const fine = question('truefalse', answer('true', 100));
    expect(quiz(fine, fine, fine).map(({ question: read }) => read!.id)).toEqual(['one', 'one-2', 'one-3']);
  });
});
