import { readDrawing } from './drawing.js';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img"${more}><title>T</title>${inside}</svg>`;
const markup = (inside: string) => readDrawing(svg(inside)).markup('A face', 'p1-');

describe('a drawing', () => {
  it('keeps its shapes, takes its name from the page and gets ids of its own', () => {
    expect(
      markup(`<defs><clipPath id="c"><rect width="5" height="5"/></clipPath></defs>
        <g clip-path="url(#c)"><path class="ink" d="M0 0C1 1 2 2 3 3"/></g><use href="#c"/>`),
    ).toBe(
      '<svg viewBox="0 0 10 10" role="img" aria-label="A face" focusable="false"><defs><clipPath id="p1-c">' +
        '<rect width="5" height="5"></rect></clipPath></defs><g clip-path="url(#p1-c)">' +
        '<path class="ink" d="M0 0C1 1 2 2 3 3"></path></g><use href="#p1-c"></use></svg>',
    );
  });

  it('cannot leave its attribute or its text', () => {
    const html = readDrawing(svg('<text>&lt;script&gt;1 &amp; 2</text>')).markup('"><script>alert(1)</script>', 'p-');
    expect(html).toContain('aria-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).toContain('<text>&lt;script&gt;1 &amp; 2</text>');
    expect(html).not.toContain('<script');
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'The element <script> is not allowed'],
    ['a script in other letters', '<SCRIPT>alert(1)</SCRIPT>', 'The element <SCRIPT> is not allowed'],
    ['foreign content', '<foreignObject><p>x</p></foreignObject>', '<foreignObject> is not allowed'],
    ['a style sheet', '<style>*{display:none}</style>', 'The element <style> is not allowed'],
    ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>', 'The element <set> is not allowed'],
    ['a picture', '<image href="https://evil.test/x.png"/>', 'The element <image> is not allowed'],
    ['a link', '<a href="#x"><path d="M0 0"/></a>', 'The element <a> is not allowed'],
    ['an event handler', '<path d="M0 0" onload="alert(1)"/>', 'Event handlers (onload) are not allowed.'],
    ['an event handler in other letters', '<path d="M0 0" OnClick="alert(1)"/>', 'Event handlers (OnClick)'],
    ['an inline style', '<path d="M0 0" style="fill:red"/>', 'Style attributes are not allowed'],
    ['a reference elsewhere', '<use href="https://evil.test/x.svg#a"/>', 'only point to an id of the same drawing'],
    ['a script address', '<use xlink:href="javascript:alert(1)"/>', 'only point to an id of the same drawing'],
    ['a foreign url()', '<path d="M0 0" clip-path="url(https://evil.test/#a)"/>', 'url() may only point'],
    ['a class of the page', '<path class="site-header" d="M0 0"/>', 'There is no class "site-header" for drawings.'],
    ['a colour of its own', '<path fill="#ff0000" d="M0 0"/>', 'Colours come from classes'],
    ['an unknown attribute', '<path d="M0 0" data-x="1"/>', 'The attribute data-x is not allowed.'],
    ['a doctype', '<!DOCTYPE svg [<!ENTITY a "b">]>', 'This is not plain SVG'],
    ['CDATA', '<text><![CDATA[<script>]]></text>', 'This is not plain SVG'],
    ['an unknown entity', '<text>&xxe;</text>', 'unknown character reference'],
    ['an id that is not there', '<use href="#nobody"/>', 'There is no id nobody'],
    ['an id twice', '<g id="a"/><g id="a"/>', 'The id a is used twice.'],
    ['an element left open', '<g>', '</svg> closes nothing.'],
    ['an attribute twice', '<path d="M0 0" d="M1 1"/>', 'The attribute d stands here twice.'],
    ['itself', '<g id="a"><use href="#a"/></g>', 'The drawing uses itself.'],
  ])('is refused with %s', (_, inside, message) => {
    expect(() => markup(inside)).toThrow(message);
  });

  it('is refused when references would multiply it', () => {
    const bomb = Array.from({ length: 10 }, (_, n) => {
      const uses = `<use href="#g${n}"/>`.repeat(10);
      return `<g id="g${n + 1}">${uses}</g>`;
    });
    expect(() => markup(`<g id="g0"><path d="M0 0"/></g>${bomb.join('')}`)).toThrow('more than 4000 elements');
  });

  it('is refused without a viewBox, without a title, and with a size of its own', () => {
    expect(() => readDrawing('<svg><title>T</title></svg>')).toThrow('needs a viewBox');
    expect(() => readDrawing('<svg viewBox="0 0 1 1"></svg>')).toThrow('needs a <title>');
    expect(() => readDrawing(svg('', ' width="100"'))).toThrow('leave width and height out');
  });

  it('says on which line it is wrong', () => {
    expect(() => readDrawing(svg('\n\n<script/>'))).toThrow(expect.objectContaining({ line: 3 }) as Error);
  });
});
