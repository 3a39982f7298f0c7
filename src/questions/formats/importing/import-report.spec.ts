import type { AuthoredQuestion } from '../../authored.js';
import { samples } from '../../types/samples.js';
import { writeMoodle } from '../moodle/write-moodle.js';
import { Notes } from '../read-item.js';
import { reportOn } from './import-report.js';

const hotspot = samples.find(({ type }) => type === 'hotspot') as AuthoredQuestion & { picture: { id: string } };
const plain = samples.find(({ type }) => type === 'trueFalse') as AuthoredQuestion;
const bytes = Buffer.from(`<quiz>${[hotspot, plain].map((each) => writeMoodle(each, new Notes())).join('')}</quiz>`);
const report = (kept: string[]) =>
  reportOn(
    {
      ...{ bytes, format: 'Moodle XML' as const, defaults: { topic: 't', source: 's' } },
      types: () => Promise.resolve(new Map()),
      pictures: (ids) => Promise.resolve(new Set(ids.filter((id) => kept.includes(id)))),
    },
    () => Promise.resolve(new Map()),
  );

describe('the report on a file of our own', () => {
  it('takes a question whose picture is kept here, of the type it had', async () => {
    expect(await report([hotspot.picture.id])).toMatchObject([
      { outcome: 'new', type: 'hotspot' },
      { outcome: 'new', type: 'trueFalse' },
    ]);
  });

  it('refuses a question whose picture is not, with the reason, and takes the others', async () => {
    expect(await report([])).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('picture is not kept here') as string },
      { outcome: 'new', type: 'trueFalse' },
    ]);
  });
});
