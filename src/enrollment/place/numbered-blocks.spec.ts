import fc from 'fast-check';
import { numberedBlocks } from './numbered-blocks.js';

describe('the blocks of a text', () => {
  it('are numbered in order; headings keep their names, and what is within a block stays as it is', () => {
    const html =
      '<p>One<br />two <em>three</em></p>\n<h2 id="h-why">Why</h2>\n<ul>\n<li><p>a</p></li>\n</ul>\n<hr />\n' +
      '<figure class="picture"><svg viewBox="0 0 1 1"><path d="M0 0" /></svg></figure>\n<p>Last &lt;p&gt;</p>';
    expect(numberedBlocks(html, 'b-')).toBe(
      '<p id="b-1">One<br />two <em>three</em></p>\n<h2 id="h-why">Why</h2>\n<ul id="b-3">\n<li><p>a</p></li>\n</ul>\n' +
        '<hr id="b-4" />\n<figure id="b-5" class="picture"><svg viewBox="0 0 1 1"><path d="M0 0" /></svg></figure>\n' +
        '<p id="b-6">Last &lt;p&gt;</p>',
    );
  });

  it('keep every other character, whatever the text', () => {
    const inner = fc.oneof(
      fc.constantFrom('<em>x</em>', '<br />', '<img src="/a.png" />', '&lt;', '<svg><g /></svg>'),
      fc.lorem(),
    );
    const block = fc.tuple(fc.constantFrom('p', 'ul', 'div', 'table'), fc.array(inner, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const html = blocks.map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`).join('\n');
        const numbered = numberedBlocks(html, 'b-');
        expect(numbered.replace(/ id="b-\d+"/g, '')).toBe(html);
        expect(numbered.match(/ id="b-\d+"/g) ?? []).toHaveLength(blocks.length);
      }),
    );
  });
});
