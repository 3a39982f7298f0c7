import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import ts from 'typescript';
import { navigation } from '../../src/process/navigation.js';
import { noCreditBecause } from '../../src/bundles/quote/no-credit.js';
import { passwordHelp } from '../../src/users/passwords/password-rules.js';
import { languages } from '../../src/web/words/language.js';
import { words } from '../../src/web/words/t.js';
import { type Client, testApp, type TestApp } from '../support/index.js';

/** Every key that stands in the source: `t('…')`, `counted(n, '…', '…')` and `<T>…</T>`. */
function keysInSource(): Set<string> {
  const keys = new Set<string>();
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!test|spec)\.tsx?$/.test(name),
  );
  for (const name of files) {
    const text = readFileSync(join('src', name), 'utf8');
    // Other rooms may call something of their own so.
    if (!/import \{[^}]*\b(T|t|counted)\b[^}]*\} from '[./]*(web|words)\/index\.js'/.test(text)) continue;
    const visit = (node: ts.Node): void => {
      if (
        ts.isCallExpression(node) &&
        ts.isIdentifier(node.expression) &&
        ['t', 'counted'].includes(node.expression.text)
      )
        for (const each of node.arguments) if (ts.isStringLiteralLike(each)) keys.add(each.text);
      if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'T') {
        const written = node.children.map((child) => child.getText()).join('');
        keys.add(
          written
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
            .join(' '),
        );
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  }
  return keys;
}

/** What the shipped courses are about, as the catalogue writes it. */
function topics(): string[] {
  const all = readdirSync('content/courses').flatMap((course) => {
    const [, list] =
      /^topics: \[(.*)\]$/m.exec(readFileSync(join('content/courses', course, 'course.md'), 'utf8')) ?? [];
    return list?.split(', ') ?? [];
  });
  return all.map((topic) => (topic[0]!.toUpperCase() + topic.slice(1)).replaceAll('-', ' '));
}

/** What translated forms may answer: the sentences of these files. */
const answers = [
  'users/users.schemas.ts',
  'users/users.errors.ts',
  'users/passwords/password-rules.ts',
  'certificates/views/verify-form.tsx',
]
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

/** Words that come to `t` from elsewhere. */
const handed = [
  ...navigation.map(({ label }) => label),
  ...Object.values(noCreditBecause),
  passwordHelp,
  'Prices for',
  ...topics(),
];
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(words))('the words in %s', (_language, catalogue) => {
  it('are there for all that the translated pages say, with the same values in them', () => {
    const missing = [...keysInSource(), ...handed].filter((key) => !Object.hasOwn(catalogue, key));
    expect(missing).toEqual([]);
    for (const [english, text] of Object.entries(catalogue))
      expect([english, holes(text)]).toEqual([english, holes(english)]);
  });

  it('are none that nobody says', () => {
    const said = new Set([...keysInSource(), ...handed]);
    const unsaid = Object.keys(catalogue).filter((key) => !said.has(key) && !answers.includes(`'${key}'`));
    expect(unsaid).toEqual([]);
  });
});

describe('a translated page', () => {
  let app: TestApp;
  let visitor: Client;
  beforeAll(async () => {
    // A language of brackets: what stands without them was said past the words.
    Object.assign(words, { qp: new Proxy({}, { get: (_target, key) => `⟦${String(key)}⟧` }) });
    Object.assign(languages, { qp: { name: '⟦⟧', dir: 'rtl', locale: 'en-US', days: 'en-GB' } });
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
  }, 60_000);
  afterAll(async () => {
    Reflect.deleteProperty(words, 'qp');
    Reflect.deleteProperty(languages, 'qp');
    await app?.close();
  });

  const shown = ['aria-label', 'placeholder', 'alt', 'title'];
  /** Without what came through the words, also inside of other words, and without our name. */
  function past(text: string): string {
    const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
    return less === text ? less.replaceAll('Glabella', '') : past(less);
  }
  const isWord = (text: string) => /\p{L}{2}/u.test(past(text));
  /** Programs read it; drawings; names; instants as they are written; what the reader typed. */
  const others = ['head', 'script', 'svg', 'bdi', 'time', 'count-down', 'q'];

  /** Text and attributes that stand in the language of the page and did not come through the words. */
  function unsaid(html: string): string[] {
    const found: string[] = [];
    const walk = (node: any): void => {
      const { attribs = {} } = node;
      if (others.includes(node.name) || (attribs.lang && node.name !== 'html')) return;
      if (node.type === 'text' && isWord(node.data)) found.push(node.data.trim());
      for (const name of shown) if (attribs[name] && isWord(attribs[name])) found.push(`${name}: ${attribs[name]}`);
      for (const child of node.children ?? []) walk(child);
    };
    walk(parseDocument(html));
    return found;
  }

  it.each([
    '/',
    '/catalogue',
    '/catalogue?q=nothing-like-it&kind=bundle&topic=safety&time=long&free=yes&offer=yes',
    '/bundles/cosmetic-injector-certification',
    '/courses/foundations',
    '/courses/foundations/previews/facial-layers',
    '/articles',
    '/articles/botox-for-pain',
    '/search',
    '/search?q=toxin',
    '/search?q=hyaluronidaze',
    '/search?q=xqzwvkjh',
    '/sign-in',
    '/sign-up',
    '/verify',
  ])('%s says nothing past the words, and is written from right to left where its language is', async (path) => {
    const { text } = await visitor.get(path, { cookie: 'language=qp' });
    expect(text).toMatch(/^<!doctype html><html lang="qp" dir="rtl">/);
    expect(unsaid(text)).toEqual([]);
  });
});
