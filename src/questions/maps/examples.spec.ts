import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { authoredQuestion } from '../authored.js';
import { splitQuestion } from '../bank/split-question.js';
import { questionType } from '../types/index.js';

const folder = join(import.meta.dirname, 'examples');

describe('the worked examples', () => {
  it.each(readdirSync(folder))('are read, and marked as they say: %s', (file) => {
    const question = authoredQuestion.parse(parse(readFileSync(join(folder, file), 'utf8')));
    const { body, key } = splitQuestion(question);
    if (question.type === 'vignette') throw new Error('no case is expected here');
    const type = questionType(question.type);
    const slots = type.parts(body).map((part, at) => ({ id: `s${at}`, part }));
    const posed = { body, slots, variant: null, separator: '.' as const };
    const { points } = type.reveal(key.right, posed);
    expect(type.mark(key.right, type.read({ points }, posed)!, posed)).toEqual({ credit: 1 });
  });
});
