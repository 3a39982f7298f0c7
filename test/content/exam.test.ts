import { resolve } from 'node:path';
import { type ContentFolder, readContent } from '../../src/courses/index.js';
import type { AuthoredPart, AuthoredQuestion } from '../../src/questions/index.js';
import { bodyOf, keyOf, type Posed, questionType, type TypeName, typeNames } from '../../src/questions/index.js';
import { splitQuestion } from '../../src/questions/bank/split-question.js';

let content: ContentFolder;
beforeAll(async () => (content = await readContent(resolve('content'))));

const exam = (): AuthoredQuestion[] =>
  content.pools.find(({ slug }) => slug === 'cosmetic-injector-exam')!.questions;
const parts = (questions: AuthoredQuestion[]): AuthoredPart[] =>
  questions.flatMap((question) => (question.type === 'vignette' ? question.parts : [question]));
const quiz = (slug: string) => content.courses.flatMap(({ quizzes }) => quizzes).find((each) => each.slug === slug)!.quiz;

describe('the shipped exam', () => {
  it('has a bank of at least 120 questions, each with its source and a reason', () => {
    expect(exam().length).toBeGreaterThanOrEqual(120);
    for (const { source, feedback } of parts(exam())) {
      expect(source.length).toBeGreaterThan(8);
      expect(feedback.length).toBeGreaterThan(10);
    }
  });

  it('can fill each cell of its blueprint twice over', () => {
    const { blueprint } = quiz('final-exam');
    expect(blueprint!.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(60);
    for (const { topic, difficulty, cognitive, count } of blueprint!) {
      const fit = exam().filter(
        (question) => question.topic === topic && question.difficulty === difficulty && question.cognitive === cognitive,
      );
      expect({ topic, difficulty, cognitive, enough: fit.length >= 2 * count }).toMatchObject({ enough: true });
    }
  });

  it('asks cases and critical items', () => {
    expect(exam().filter(({ type }) => type === 'vignette').length).toBeGreaterThanOrEqual(8);
    expect(parts(exam()).filter(({ critical }) => critical).length).toBeGreaterThanOrEqual(20);
  });

  it('asks nothing twice: no two stems share eight words in a row, but for doses that are asked of several areas', () => {
    const seen = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, text } of parts(exam())) {
      const words = text.toLowerCase().match(/[\p{L}\d.]+/gu) ?? [];
      for (let at = 0; at + 8 <= words.length; at++) {
        const run = words.slice(at, at + 8).join(' ');
        if (seen.has(run) && seen.get(run) !== id) shared.push(`${id} and ${seen.get(run)}: ${run}`);
        seen.set(run, id);
      }
    }
    const doses = /units of onabotulinumtoxina|units are in|onabotulinumtoxina (are|is)|platysma bands|by the label/;
    expect(shared.filter((each) => !doses.test(each))).toEqual([]);
  });

  it('gives no answer away by the length of its options', () => {
    const longest = parts(exam())
      .filter(({ type }) => type === 'single')
      .map((question) => question['options'] as { text: string; correct: boolean }[])
      .filter((options) => {
        const right = options.find(({ correct }) => correct)!.text.length;
        return options.every(({ text, correct }) => correct || text.length * 1.5 < right);
      });
    expect(longest.length).toBeLessThan(parts(exam()).length / 5);
  });
});

describe('every question of the content', () => {
  it('gives all marks for the answer that it reveals as right', () => {
    const own = content.courses.flatMap(({ quizzes }) => quizzes.flatMap((each) => each.quiz.questions));
    const wrong: string[] = [];
    for (const question of [...content.pools.flatMap(({ questions }) => questions), ...own]) {
      const { body, key, type } = splitQuestion(question);
      for (const part of body.parts ?? [{ id: undefined, type: type as TypeName }]) {
        const known = questionType(part.type);
        // Pictures reveal areas, not points.
        if (known.manual || part.type === 'hotspot' || part.type === 'faceMap') continue;
        const asked = bodyOf(body, { part: part.id });
        const slots = known.parts(asked).map((name, at) => ({ id: `s${at}`, part: name }));
        const posed: Posed = { body: asked, slots, variant: known.draw?.(asked, () => 0) ?? null, separator: '.' };
        const { right } = keyOf(key, { part: part.id });
        const answer = Object.entries(known.reveal(right, posed)).filter(([name]) => name !== 'tolerance');
        const response = known.read(Object.fromEntries(answer), posed);
        if (!response || known.mark(right, response, posed).credit !== 1) wrong.push(question.id);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the sample of the exam', () => {
  it('holds every type of question once at least, without a clock, and nothing of the exam', () => {
    const sample = quiz('sample-questions');
    expect(sample).toMatchObject({ kind: 'practice', review: { during: ['marks', 'answers', 'feedback'] } });
    const types = new Set(parts(sample.questions).map(({ type }) => type));
    expect(typeNames.filter((type) => !types.has(type))).toEqual([]);
    const texts = new Set(parts(exam()).map(({ text }) => text));
    expect(parts(sample.questions).filter(({ text }) => texts.has(text))).toEqual([]);
  });
});
