import { stringify } from 'csv-stringify/sync';
import { plain } from '../../web/index.js';
import type { DeskQuestion } from './bank.queries.js';

export const questionsHead = (): string =>
  stringify([
    [
      ...['Question', 'Version', 'State', 'Waits for approval', 'Type', 'Topic', 'Difficulty', 'Level', 'Critical'],
      ...['Marks', 'Drawn from', 'Drawn until', 'Papers in 90 days', 'Highest share %', 'Above its cap', 'Text'],
    ],
  ]);

const yes = (is: boolean) => (is ? 'yes' : '');

/** Neither keys nor answers: a list is passed around. */
export const questionsRows = (questions: DeskQuestion[]): string =>
  stringify(
    questions.map((each) => [
      ...[plain(each.slug), each.version, each.state, yes(each.waiting), each.type, plain(each.topic)],
      ...[each.difficulty, each.cognitive, yes(each.critical), each.marks, each.validFrom, each.validUntil],
      ...[each.drawn, each.share, yes(each.worn), plain(each.text)],
    ]),
  );
