import { resolve } from 'node:path';
import { readContent } from '../../src/courses/index.js';
import type { AuthoredQuestion } from '../../src/questions/index.js';

/** What somebody who knows the subject would answer: options by their texts, or a value. */
export type Answer = { texts: string[] } | { value: boolean } | { number: string };

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The right answers of a shipped quiz, by what its questions say. */
export async function answersOf(quiz: string): Promise<(text: string) => Answer> {
  const { courses } = await readContent(resolve('content'));
  const file = courses.flatMap(({ quizzes }) => quizzes).find(({ slug }) => slug === quiz)!;
  const byText = new Map(file.quiz.questions.map((question) => [plain(question.text), right(question)]));
  return (text) => {
    const answer = byText.get(plain(text));
    if (!answer) throw new Error(`No question of ${quiz} says: ${text}`);
    return answer;
  };
}

function right(question: AuthoredQuestion): Answer {
  const { answer, options } = question as { answer?: unknown; options?: { text: string; correct: boolean }[] };
  if (typeof answer === 'boolean') return { value: answer };
  if (typeof answer === 'string') return { number: answer };
  return { texts: options!.filter(({ correct }) => correct).map(({ text }) => plain(text)) };
}
