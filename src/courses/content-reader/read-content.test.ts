import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentProblem, readContent } from './index.js';
import { smallContent } from '../../../test/fixtures/small-content.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  await smallContent(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (file: string, text: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};
const change = async (file: string, from: string | RegExp, to: string) =>
  write(file, (await readFile(join(folder, file), 'utf8')).replace(from, to));
const problems = async () => {
  const error = await readContent(folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ContentProblem)
    return error.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
  throw error instanceof Error ? error : new Error('The content was taken.');
};

describe('a content folder', () => {
  it('is read as a whole: rendered, in the order of the outline, with minutes of lessons and quizzes', async () => {
    const { courses, articles, bundles, awards } = await readContent(folder);
    expect(courses).toHaveLength(1);
    expect(courses[0]).toMatchObject({
      slug: 'basics',
      minutes: 37,
      outline: [
        {
          title: 'Read',
          items: [
            { kind: 'lesson', slug: 'second' },
            { kind: 'lesson', slug: 'first' },
          ],
        },
        { title: 'Check', items: [{ kind: 'quiz', slug: 'basics-quiz', title: 'Basics quiz', minutes: 20 }] },
      ],
      lessons: [
        { slug: 'second', resource: { article: 'pain', line: 7 } },
        { slug: 'first', resource: null },
      ],
      quizzes: [{ slug: 'basics-quiz', course: 'basics', quiz: { draw: 1 } }],
    });
    expect(courses[0]!.lessons[1]!.html).toContain('<figure class="picture"><svg viewBox="0 0 10 10"');
    expect(articles[0]).toMatchObject({ slug: 'pain', author: 'A. Author', origin: { text: 'A journal, 2015' } });
    expect(bundles[0]).toMatchObject({
      slug: 'all',
      courses: ['basics'],
      listPrice: { amount: 9900, currency: 'USD' },
    });
    expect(awards[0]).toMatchObject({ slug: 'basics', kind: 'completion', courses: ['basics'] });
  });

  it('gives the same value for the same files, also with other line ends', async () => {
    const { sources, ...before } = await readContent(folder);
    await change('courses/basics/lessons/first.md', /\n/g, '\r\n');
    const { sources: asWritten, ...after } = await readContent(folder);
    expect(after).toEqual(before);
    expect(asWritten).not.toEqual(sources);
  });

  it.each<[string, string, string | RegExp, string, string]>([
    [
      'a file without front matter',
      'courses/basics/lessons/first.md',
      '---\n',
      '',
      'courses/basics/lessons/first.md:1 The file must begin with front matter',
    ],
    [
      'front matter that never ends',
      'courses/basics/lessons/first.md',
      /---\n(?!title)/,
      '',
      'courses/basics/lessons/first.md:1 The file must begin with front matter',
    ],
    ['broken YAML', 'courses/basics/lessons/first.md', 'minutes: 5', 'minutes: [5', 'This is not valid YAML'],
    [
      'a key twice',
      'courses/basics/lessons/first.md',
      'minutes: 5',
      'minutes: 5\nminutes: 6',
      'courses/basics/lessons/first.md:5 This is not valid YAML: Map keys must be unique',
    ],
    [
      'an unknown key',
      'courses/basics/lessons/first.md',
      'minutes: 5',
      'minutes: 5\nduration: 6',
      'courses/basics/lessons/first.md:5 There is no key "duration" here.',
    ],
    [
      'an unknown key deep inside',
      'courses/basics/quizzes/basics-quiz.yaml',
      '    marks: 1',
      '    marks: 1\n    hint: x',
      'courses/basics/quizzes/basics-quiz.yaml:15 There is no key "hint" here.',
    ],
    [
      'a missing key',
      'courses/basics/lessons/first.md',
      'minutes: 5\n',
      '',
      'courses/basics/lessons/first.md:2 "minutes" is missing.',
    ],
    [
      'a wrong type',
      'courses/basics/lessons/first.md',
      'minutes: 5',
      'minutes: five',
      'courses/basics/lessons/first.md:4 "minutes" is not right',
    ],
    [
      'a date that is none',
      'courses/basics/lessons/first.md',
      '2026-11-15',
      '2026-02-30',
      'courses/basics/lessons/first.md:5 "reviewed" is not right: write a date as 2026-11-15.',
    ],
    [
      'an empty title',
      'courses/basics/course.md',
      'title: Basics',
      'title: ""',
      'courses/basics/course.md:2 "title" is not right: it is empty.',
    ],
    [
      'control characters',
      'courses/basics/course.md',
      'title: Basics',
      String.raw`title: "a\0b"`,
      'courses/basics/course.md:2 "title" is not right: it contains control characters.',
    ],
    [
      'a price of nothing',
      'courses/basics/course.md',
      'amount: 4900',
      'amount: 0',
      'courses/basics/course.md:7 A list price is more than zero.',
    ],
    [
      'a lesson that is not there',
      'courses/basics/course.md',
      '[second, first]',
      '[second, first, third]',
      'courses/basics/course.md:12 There is no lesson lessons/third.md.',
    ],
    [
      'a lesson twice',
      'courses/basics/course.md',
      '[second, first]',
      '[second, first, second]',
      'courses/basics/course.md:12 "second" stands in the outline twice.',
    ],
    [
      'a lesson nobody names',
      'courses/basics/course.md',
      '[second, first]',
      '[second]',
      'courses/basics/lessons/first.md:1 The outline in course.md does not name this file.',
    ],
    [
      'a quiz that is not there',
      'courses/basics/course.md',
      'quiz: basics-quiz',
      'quiz: other-quiz',
      'courses/basics/course.md:14 There is no quiz quizzes/other-quiz.yaml.',
    ],
    [
      'a quiz nobody names',
      'courses/basics/course.md',
      /  - title: Check\n.*\n/,
      '',
      'courses/basics/quizzes/basics-quiz.yaml:1 The outline in course.md does not name this file.',
    ],
    [
      'a wrong key of a question',
      'courses/basics/quizzes/basics-quiz.yaml',
      ', correct: true',
      '',
      'courses/basics/quizzes/basics-quiz.yaml:13 Exactly one option is correct, not 0.',
    ],
    [
      'a script in the Markdown',
      'courses/basics/lessons/first.md',
      'Some text.',
      '<script>alert(1)</script>',
      'courses/basics/lessons/first.md:9 HTML is not allowed in Markdown.',
    ],
    [
      'a picture that is not there',
      'courses/basics/lessons/first.md',
      'face.svg',
      'hand.svg',
      'courses/basics/lessons/first.md:11 There is no picture pictures/hand.svg.',
    ],
    [
      'a hostile picture',
      'courses/basics/pictures/face.svg',
      '<path',
      '<script>alert(1)</script><path',
      'courses/basics/pictures/face.svg:3 The element <script> is not allowed in a drawing.',
    ],
    [
      'a bundle of an unknown course',
      'bundles/all.md',
      '[basics]',
      '[basics, none]',
      'bundles/all.md:4 There is no course "none".',
    ],
    [
      'an award for an unknown course',
      'awards/basics.yaml',
      '[basics]',
      '[none]',
      'awards/basics.yaml:4 There is no course "none".',
    ],
    [
      'a certification without exam, licence and practice',
      'awards/basics.yaml',
      'completion',
      'certification',
      'awards/basics.yaml:1 "exams" is missing',
    ],
    [
      'a related course that is not there',
      'articles/pain.md',
      'author:',
      'related: [basics, none]\nauthor:',
      'articles/pain.md:4 There is no course courses/none.',
    ],
    ['no text', 'articles/pain.md', /---\n\nAn article[^]*/, '---\n', 'There is no text below the front matter.'],
  ])('is refused with %s, naming file and line', async (_, file, from, to, expected) => {
    await change(file, from, to);
    expect((await problems()).join('\n')).toContain(expected);
  });

  it('tells of everything that is wrong at once, file by file', async () => {
    await change('courses/basics/lessons/first.md', 'minutes: 5', 'minuts: 5');
    await change('articles/pain.md', 'author: A. Author\n', '');
    const told = await problems();
    expect(told).toEqual([
      'articles/pain.md:2 "author" is missing.',
      'courses/basics/lessons/first.md:2 "minutes" is missing.',
      'courses/basics/lessons/first.md:4 There is no key "minuts" here.',
    ]);
  });

  it('is refused with names that meet', async () => {
    await cp(join(folder, 'courses/basics'), join(folder, 'courses/copy'), { recursive: true });
    await cp(join(folder, 'bundles/all.md'), join(folder, 'bundles/copy.md'));
    expect(await problems()).toEqual([
      'bundles/copy.md:1 "copy" is the name of a course already.',
      'courses/copy/quizzes/basics-quiz.yaml:1 "basics-quiz" is the name of a quiz already: courses/basics/quizzes/basics-quiz.yaml.',
    ]);
  });

  it('is refused with a name that cannot be an address', async () => {
    await cp(join(folder, 'articles/pain.md'), join(folder, 'articles/My Article.md'));
    expect((await problems())[0]).toContain('articles/My Article.md:1 The name becomes an address');
  });

  it('is refused with files that are not text, too large or lead to nothing', async () => {
    await writeFile(join(folder, 'articles/bytes.md'), Buffer.from([0x2d, 0xff, 0xfe]));
    await writeFile(join(folder, 'articles/large.md'), 'x'.repeat(1_000_001));
    await symlink('nowhere', join(folder, 'articles/link.md'));
    expect(await problems()).toEqual([
      'articles/bytes.md:1 The file is not UTF-8 text.',
      'articles/large.md:1 The file is larger than 1 MB.',
      'articles/link.md:1 There is no such file.',
    ]);
  });

  it('says so when there is no such folder', async () => {
    await expect(readContent(join(folder, 'none'))).rejects.toThrow('There is no such folder.');
  });
});

describe('the shipped content', () => {
  it('can be imported', async () => {
    const { courses } = await readContent(join(import.meta.dirname, '../../../content'));
    expect(courses.length).toBeGreaterThan(0);
  });
});

describe('rules of a course', () => {
  const outlineOf = async (slug = 'basics') =>
    (await readContent(folder)).courses.find((each) => each.slug === slug)!.outline;
  const another = async (slug: string, rules = '') => {
    const text = await readFile(join(folder, 'courses/basics/course.md'), 'utf8');
    const modules = `modules:\n  - title: Read\n    lessons: [only]\n---\n`;
    await write(`courses/${slug}/course.md`, text.replace(/(needs:.*\n)?modules:[^]*?---\n/, `${rules}${modules}`));
    const lesson = await readFile(join(folder, 'courses/basics/lessons/first.md'), 'utf8');
    await write(`courses/${slug}/lessons/only.md`, lesson.replace(/!\[.*/, ''));
  };

  it('stand in the course, its modules and its lessons; the nearest date counts, and all that is needed', async () => {
    await another('other');
    await another('third');
    await change(
      'courses/basics/course.md',
      'modules:\n  - title: Read\n',
      'needs: [other]\nmodules:\n  - title: Read\n    opens: { days: 3 }\n    complete: any\n',
    );
    await change(
      'courses/basics/lessons/first.md',
      'minutes: 5',
      'minutes: 5\nopens: { on: 2026-12-03T09:00-05:00 }\nneeds: [third]',
    );
    expect(await outlineOf()).toMatchObject([
      {
        complete: 'any',
        items: [
          { slug: 'second', opens: { days: 3 }, needs: ['other'] },
          { slug: 'first', opens: { on: '2026-12-03T14:00:00.000Z' }, needs: ['other', 'third'] },
        ],
      },
      { items: [{ slug: 'basics-quiz', needs: ['other'] }] },
    ]);
  });

  it('are left out where nothing is said, so that no edition is made of them', async () => {
    expect(JSON.stringify(await outlineOf())).not.toMatch(/opens|needs|complete/);
  });

  it.each([
    ['opens: { days: 0 }', '"opens.days" is not right'],
    ['opens: { on: 2026-13-03T09:00Z }', 'Write a day and time that exist.'],
    ['opens: { on: 2026-12-03T09:00 }', 'with the distance from UTC'],
    ['opens: tomorrow', 'write "{ days: 7 }"'],
    ['needs: []', '"needs" is not right: name at least one course'],
    ['preview: true\nopens: { days: 2 }', '"first" is free to read: it cannot open later.'],
  ])('refuse %s', async (rule, message) => {
    await change('courses/basics/lessons/first.md', 'minutes: 5', `minutes: 5\n${rule}`);
    expect((await problems()).join('\n')).toContain(message);
  });

  it('refuse a course that is not there, circles of any length, and a course that asks for nothing', async () => {
    await change('courses/basics/course.md', 'modules:', 'needs: [nowhere]\nmodules:');
    expect(await problems()).toEqual(['courses/basics/course.md:1 There is no course "nowhere" to complete before.']);
    await change('courses/basics/course.md', 'nowhere', 'basics');
    expect(await problems()).toEqual(['courses/basics/course.md:1 Nobody could begin: basics needs basics.']);
    await another('one', 'needs: [two]\n');
    await another('two', 'needs: [basics]\n');
    await change('courses/basics/course.md', 'needs: [basics]', 'needs: [one]');
    expect((await problems())[0]).toBe(
      'courses/basics/course.md:1 Nobody could begin: basics needs one needs two needs basics.',
    );
    await change('courses/two/course.md', 'needs: [basics]\n', '');
    await change('courses/two/course.md', 'title: Read', 'title: Read\n    complete: none');
    expect(await problems()).toEqual([
      expect.stringContaining('The course asks for nothing: one module has to count.'),
    ]);
  });
});
