import { parseDocument } from 'htmlparser2';
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { parse } from 'yaml';
import { authoredQuestion, type AuthoredQuestion } from '../../authored.js';
import { samples } from '../../types/samples.js';
import { Authoring } from '../authored-item.js';
import { linesOf } from '../source/lines.js';
import { readQti } from './read-qti.js';
import { writeAssessment12 } from './write-qti12.js';

const written = (...questions: AuthoredQuestion[]) => writeAssessment12('quiz', 'A quiz', questions);
const readBack = (xml: string): any[] =>
  [...readQti(linesOf(Buffer.from(xml)))].map(
    (item) => new Authoring({ topic: 'Unsorted', source: 'file' }).complete(item) as any,
  );
const carried = ['single', 'multiple', 'trueFalse', 'shortAnswer', 'essay'];
const shipped = globSync('content/courses/*/quizzes/*.yaml').flatMap((file) => {
  const { questions = [] } = parse(readFileSync(file, 'utf8')) as { questions?: unknown[] };
  return questions.map((question) => authoredQuestion.parse(question));
});

describe('an assessment of QTI 1.2', () => {
  it('holds the shipped questions: read again they ask the same and take the same answers for right', () => {
    const plain = shipped.filter(({ type, picture }: any) => carried.includes(type) && !picture) as any[];
    expect(plain.length).toBeGreaterThan(50);
    const { xml, count } = written(...plain);
    expect(count).toBe(plain.length);
    const back = readBack(xml);
    const asked = (question: any) => ({
      text: question.text.replace(/\s+/g, ' '),
      marks: question.marks,
      feedback: question.feedback.replace(/\s+/g, ' '),
      right: (question.options ?? [])
        .filter(({ correct }: any) => correct)
        .map(({ text }: any) => text)
        .sort(),
      wrong: (question.options ?? [])
        .filter(({ correct }: any) => !correct)
        .map(({ text }: any) => text)
        .sort(),
    });
    expect(back.filter(({ refused }) => refused)).toEqual([]);
    expect(back.map(({ question }) => asked(question))).toEqual(plain.map(asked));
  });

  it('is the same for the same questions, well formed, and in the profile of Common Cartridge', () => {
    const { xml } = written(...shipped);
    expect(written(...shipped).xml).toBe(xml);
    const document = parseDocument(xml, { xmlMode: true });
    const text = JSON.stringify(
      [...xml.matchAll(/<fieldlabel>cc_profile<\/fieldlabel><fieldentry>([^<]*)/g)].map((found) => found[1]),
    );
    expect(new Set(JSON.parse(text))).toContain('cc.exam.v0p1');
    expect(document.children.length).toBeGreaterThan(0);
    for (const profile of new Set<string>(JSON.parse(text)))
      expect(profile).toMatch(/^cc\.(exam|multiple_choice|multiple_response|true_false|fib|essay)\.v0p1$/);
  });

  it('leaves out what the profile has not, and says so; what it changes it names', () => {
    const all = samples as AuthoredQuestion[];
    const { count, notes } = written(...all);
    const left = notes.filter(({ note }) => note.startsWith('Left out.'));
    expect(count + left.length).toBe(all.length);
    expect(left.length).toBeGreaterThan(0);
    for (const { slug } of left) expect(all.map(({ id }) => id)).toContain(slug);
    expect(notes.map(({ note }) => note)).toContain('Answers that earn a part of the marks earn none there.');
  });

  it('carries markup and quotes in a text as text', () => {
    const question = { ...(shipped.find(({ type }) => type === 'single') as any), text: 'Is <b>5 < 6</b> & "so"?' };
    const { xml } = written(question);
    expect(xml).toContain('Is &lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; &quot;so&quot;?');
  });
});
