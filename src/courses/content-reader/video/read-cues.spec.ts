import { plainCue } from './cue-text.js';
import { readCues } from './read-cues.js';

const read = (text: string, withMarks = true) => readCues(text, { milliseconds: 10_000, withMarks });
const cue = (body: string) => `WEBVTT\n\n${body}\n`;

describe('captions', () => {
  it('are cues with their times, names, marks and settings; notes are for who writes them', () => {
    const text =
      'WEBVTT - Vial\n\nNOTE ours\nmore\n\nfirst\n00:01.000 --> 00:02.500 align:start\n<v Ann>One &amp; <i>two</i>\nthree\n\n00:00:02.500 --> 00:00:03.000\nFour\n';
    const { cues, problems } = read(text);
    expect(problems).toEqual([]);
    expect(cues).toEqual([
      { start: 1000, end: 2500, text: '<v Ann>One &amp; <i>two</i>\nthree', settings: 'align:start' },
      { start: 2500, end: 3000, text: 'Four' },
    ]);
    expect(cues.map(({ text: said }) => plainCue(said))).toEqual(['Ann: One & two three', 'Four']);
  });

  it.each([
    ['no header', 'Captions\n\n00:00.000 --> 00:01.000\nA\n', 1, 'begins with WEBVTT'],
    ['no cue', 'WEBVTT\n', 1, 'There is no cue.'],
    ['a style', cue('STYLE\n::cue { color: red }'), 3, 'Styles and regions'],
    ['a region', cue('REGION\nid:a'), 3, 'Styles and regions'],
    ['times that are none', cue('00:00 --> 00:01\nA'), 3, 'Expected the times of a cue'],
    ['a cue of words alone', cue('A line'), 3, 'Expected the times of a cue'],
    ['sixty seconds', cue('00:00.000 --> 00:60.000\nA'), 3, 'Expected the times of a cue'],
    ['an end before its beginning', cue('00:02.000 --> 00:01.000\nA'), 3, 'ends before it begins'],
    ['an empty span', cue('00:02.000 --> 00:02.000\nA'), 3, 'ends before it begins'],
    [
      'an order that runs back',
      cue('00:04.000 --> 00:05.000\nA\n\n00:01.000 --> 00:02.000\nB'),
      6,
      'begins before the one above it.',
    ],
    ['cues that overlap', cue('00:01.000 --> 00:03.000\nA\n\n00:02.999 --> 00:04.000\nB'), 6, 'has ended'],
    ['a cue after the end', cue('00:09.000 --> 00:10.001\nA'), 3, 'after the video'],
    ['a link', cue('00:01.000 --> 00:02.000\n<a href="x">A</a>'), 4, 'The mark <a href="x"> is not allowed'],
    ['a script', cue('00:01.000 --> 00:02.000\n<script>A'), 4, 'The mark <script> is not allowed'],
    ['a class', cue('00:01.000 --> 00:02.000\n<c.red>A</c>'), 4, 'The mark <c.red>'],
    ['a mark without end', cue('00:01.000 --> 00:02.000\n<i>A'), 4, 'The mark <i> is not closed.'],
    ['marks that cross', cue('00:01.000 --> 00:02.000\n<i><b>A</i></b>'), 4, 'closes nothing'],
    ['a mark cut off', cue('00:01.000 --> 00:02.000\nA <i'), 4, 'The mark <i is not allowed'],
    ['a bare ampersand', cue('00:01.000 --> 00:02.000\nA & B'), 4, 'written as &amp;'],
    ['silence', cue('00:01.000 --> 00:02.000\n<i> </i>'), 4, 'A cue says nothing.'],
    ['no words at all', cue('id\n00:01.000 --> 00:02.000'), 5, 'A cue says nothing.'],
    ['a control character', cue('00:01.000 --> 00:02.000\nA\u0007'), 4, 'control characters'],
    ['a long cue', cue(`00:01.000 --> 00:02.000\n${'a'.repeat(601)}`), 4, 'longer than 600'],
    ['an unknown setting', cue('00:01.000 --> 00:02.000 vertical:rl\nA'), 3, 'The setting vertical:rl'],
  ])('are refused with %s, at its line', (_what, text, line, message) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, message: expect.stringContaining(message) });
  });

  it('are told of every problem at once', () => {
    const { problems } = read(cue('00:02.000 --> 00:01.000\nA\n\n00:03.000 --> 00:04.000\n<u>B'));
    expect(problems.map(({ line }) => line)).toEqual([3, 7]);
  });

  it('are at most 5,000', () => {
    const many = Array.from(
      { length: 5_001 },
      (_, at) => `00:00.${String(at % 999).padStart(3, '0')} --> 00:09.000\nA`,
    );
    expect(read(`WEBVTT\n\n${many.join('\n\n')}`).problems.some(({ message }) => /than 5000/.test(message))).toBe(
      false,
    );
    const rising = Array.from({ length: 5_001 }, (_, at) => `${time(at)} --> ${time(at + 1)}\nA`);
    const { problems } = readCues(`WEBVTT\n\n${rising.join('\n\n')}`, { milliseconds: 1e7, withMarks: true });
    expect(problems).toEqual([{ line: 1, message: 'There are more than 5000 cues.' }]);
  });
});

it('chapters have no marks', () => {
  expect(read(cue('00:01.000 --> 00:02.000\n<i>A</i>'), false).problems[0]!.message).toContain('<i> is not allowed');
});

const time = (at: number) =>
  `00:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.000`.replace(
    '00:',
    `${String(Math.floor(at / 3600)).padStart(2, '0')}:`,
  );
