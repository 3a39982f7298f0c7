import { splitQuestion } from '../bank/split-question.js';
import type { StoredBody } from '../bank/stored-question.js';
import { type Outcome, type Posed, questionType } from './index.js';
import { samples } from './samples.js';

/** A sample as it would stand in a paper whose slots are `s0`, `s1` … in the author's order. For tests. */
export function posedSample(id: string, more: Partial<Posed> = {}) {
  const question = samples.find((each) => each.id === id)!;
  const { body, key } = splitQuestion(question);
  const type = questionType(question.type);
  const slots = type.parts(body).map((part, at) => ({ id: `s${at}`, part }));
  const variant = type.draw?.(body, () => 0) ?? null;
  const posed: Posed<StoredBody> = { body, slots, variant, separator: '.', ...more } as Posed<StoredBody>;
  const read = (sent: unknown) => type.read(sent, posed);
  const mark = (sent: unknown): Outcome | null => {
    const response = read(sent);
    return response && type.mark(key.right, response, posed);
  };
  return { question, type, key, posed, read, mark, ask: () => type.asked.parse(type.ask(posed)) };
}
