import fc from 'fast-check';
import { readDrawing } from './drawing.js';
import { renderMarkdown } from './markdown.js';
import { sanitise } from './sanitise.js';

const drawing = readDrawing('<svg viewBox="0 0 10 10"><title>T</title><path id="a" d="M0 0"/><use href="#a"/></svg>');
const pictures = new Map([
  ['face.svg', drawing],
  ['bad.svg', undefined],
]);
const render = (markdown: string) => renderMarkdown({ markdown, firstLine: 11, idPrefix: 'h-', pictures });
const html = (markdown: string) => {
  const { html, problems } = render(markdown);
  expect(problems).toEqual([]);
  return html;
};

describe('Markdown', () => {
  it('gives headings ids that differ, and begin so that they cannot meet those of the page', () => {
    expect(html('## Five *layers*\n\n## Five layers\n\n## 日本')).toBe(
      '<h2 id="h-five-layers">Five <em>layers</em></h2>\n<h2 id="h-five-layers-2">Five layers</h2>\n<h2 id="h-section">日本</h2>\n',
    );
  });

  it('puts a table into a region that can be scrolled by keyboard, named after its heading', () => {
    const table = html('## Doses\n\n| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(table).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: Doses"><table>');
    expect(table).toContain('<th class="align-right" scope="col">b</th>');
    expect(table).not.toContain('style=');
  });

  it('makes a quote that begins with one bold word a call-out', () => {
    expect(html('> **Safety.** Stop at once.')).toContain('<blockquote class="callout callout-safety">');
    expect(html('> **Two words.** No.')).toContain('<blockquote>');
    expect(html('> A quote.')).toContain('<blockquote>');
  });

  it('marks links that leave', () => {
    expect(html('[a](https://fda.gov) [b](/articles/x)')).toBe(
      '<p><a href="https://fda.gov" rel="external noopener noreferrer">a</a> <a href="/articles/x">b</a></p>\n',
    );
  });

  it('puts a drawing into the page, once more with other ids when it is shown twice', () => {
    const twice = html('![A face](pictures/face.svg "The caption")\n\n![A face](pictures/face.svg)');
    expect(twice).toContain('<figure class="picture"><svg viewBox="0 0 10 10" role="img" aria-label="A face"');
    expect(twice).toContain('<figcaption>The caption</figcaption>');
    expect(twice.match(/ id="[^"]+"/g)).toEqual([' id="h-p1-a"', ' id="h-p2-a"']);
    expect(twice).not.toContain('<p><figure');
  });

  it('lets no alternative text and no caption become markup', () => {
    const hostile = html(`![x" onload="alert(1)](pictures/face.svg '<img src=x onerror=alert(1)>"')`);
    expect(hostile).toContain('aria-label="x&quot; onload=&quot;alert(1)"');
    expect(hostile).toContain('<figcaption>&lt;img src=x onerror=alert(1)&gt;"</figcaption>');
  });

  it.each([
    ['a script', 'text\n\n<script>alert(1)</script>', 13, 'HTML is not allowed in Markdown.'],
    ['HTML in a sentence', 'a\nb <img src=x onerror=alert(1)> c', 12, 'HTML is not allowed in Markdown.'],
    ['HTML in a table', '| a |\n|---|\n| <b>x</b> |', 13, 'HTML is not allowed in Markdown.'],
    ['a comment', '<!-- hidden -->', 11, 'HTML is not allowed in Markdown.'],
    ['a script behind a link', '[x](javascript:alert(1))', 11, 'This link is not allowed: javascript:alert(1)'],
    ['a data link', '[x](data:text/html,x)', 11, 'This link is not allowed'],
    ['a link without its protocol', '[x](//evil.test)', 11, 'This link is not allowed'],
    ['a first heading', '# Title', 11, 'Headings start at ##'],
    ['a missing picture', 'a\n\n![x](pictures/none.svg)', 13, 'There is no picture pictures/none.svg.'],
    ['a refused picture', '![x](pictures/bad.svg)', 11, 'The picture pictures/bad.svg was refused.'],
    ['a photograph that is not there', '![x](pictures/hand.png)', 11, 'There is no picture pictures/hand.png.'],
    ['a picture of another kind', '![x](pictures/face.gif)', 11, 'lies in the folder "pictures" as .svg'],
    ['a picture from elsewhere', '![x](https://evil.test/x.svg)', 11, 'A picture lies in the folder'],
    ['a picture outside', '![x](pictures/../../secret.svg)', 11, 'A picture lies in the folder'],
    ['a picture without words', '![](pictures/face.svg)', 11, 'needs a text that says what it shows'],
    ['a picture in a sentence', 'see ![x](pictures/face.svg)', 11, 'A picture stands in a paragraph of its own.'],
  ])('is refused with %s', (_, markdown, line, message) => {
    const { html, problems } = render(markdown);
    expect(html).toBe('');
    expect(problems[0]).toEqual({ line, message: expect.stringContaining(message) as string });
  });

  it('never lets live markup through, whatever is written', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '`',
      '![',
      '](',
      ')',
      'javascript:',
      'script',
      ' on',
      'load=',
      '\n',
      '&lt;',
      '|',
      '> ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { html } = render(parts.join(''));
        expect(html.replace(/<a href="(https?:|mailto:|\/(?!\/)|#)[^"]*"/g, '<a')).not.toMatch(
          /<(script|img|iframe)|<[^>]*\son\w+=|href="/i,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the second wall', () => {
  it.each([
    '<script>x</script>',
    '<SCRIPT>x</SCRIPT>',
    '<img src=x onerror=x>',
    '<p onclick=x>',
    '<a href="javascript:x">',
    '<svg onload=x>',
  ])('takes the harm out of %s', (hostile) =>
    expect(sanitise(hostile)).not.toMatch(/<script|<img|onerror|onclick|onload|javascript/i),
  );
});
