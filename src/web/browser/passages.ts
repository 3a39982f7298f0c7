/** A passage of a lesson, as it is kept: it can be found again when the text around it has changed. */
export interface Passage {
  block: string;
  quote: string;
  before: string;
  after: string;
}

const texts = '.lesson > .prose, .lesson-resource > .prose';
const longest = 600;
const near = 40;

/** The words of an element, and where in them each text node begins. */
function wordsOf(root: Element): { words: string; nodes: { node: Text; from: number }[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let words = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from: words.length });
    words += node.data;
  }
  return { words, nodes };
}

/** The text that a node stands in, unless it is none of the lesson's. */
const textAround = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(texts) ?? null;

const blockOf = (text: Element, node: Node): Element | undefined =>
  [...text.children].find((block) => block.contains(node) && block.id !== '');

export function selectedPassage(): Passage | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const text = textAround(range.startContainer);
  if (!text || text !== textAround(range.endContainer)) return undefined;
  const block = blockOf(text, range.startContainer);
  return block && passageOf(text, block, range);
}

/** The first words of a block. */
export function passageOfBlock(block: Element): Passage | undefined {
  const range = document.createRange();
  range.selectNodeContents(block);
  return passageOf(block.parentElement!, block, range, 200);
}

function passageOf(text: Element, block: Element, range: Range, most = longest): Passage | undefined {
  const quote = range.toString().trim().slice(0, most);
  if (!quote) return undefined;
  const ahead = document.createRange();
  ahead.setStart(text, 0);
  ahead.setEnd(range.startContainer, range.startOffset);
  const start = ahead.toString().length;
  const { words } = wordsOf(text);
  const from = Math.max(words.indexOf(quote, start), 0);
  return {
    block: block.id,
    quote,
    before: words.slice(Math.max(from - near, 0), from),
    after: words.slice(from + quote.length, from + quote.length + near),
  };
}

/** Where a passage stands now: in its block, or wherever its neighbours say; undefined when it is gone. */
export function findPassage({ block, quote, before, after }: Passage): Range | undefined {
  const known = document.getElementById(block)?.parentElement;
  for (const text of known ? [known] : document.querySelectorAll(texts)) {
    const { words, nodes } = wordsOf(text);
    const start = nodes.find(({ node }) => document.getElementById(block)?.contains(node))?.from ?? 0;
    const places = [...allPlaces(words, quote)];
    if (places.length === 0) continue;
    const fits = (at: number) =>
      Number(words.slice(0, at).endsWith(before)) + Number(words.startsWith(after, at + quote.length));
    const at = places.sort((a, b) => fits(b) - fits(a) || Math.abs(a - start) - Math.abs(b - start))[0]!;
    const range = document.createRange();
    range.setStart(...position(nodes, at));
    range.setEnd(...position(nodes, at + quote.length));
    return range;
  }
  return undefined;
}

function* allPlaces(words: string, quote: string): Generator<number> {
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) yield at;
}

function position(nodes: { node: Text; from: number }[], at: number): [Text, number] {
  const { node, from } = nodes.findLast((each) => each.from <= at)!;
  return [node, Math.min(at - from, node.data.length)];
}

/** The block at the top of the screen. */
export function blockBeingRead(): Element | undefined {
  const blocks = [...document.querySelectorAll(texts)].flatMap((text) => [...text.children]);
  return blocks.find((block) => block.id !== '' && block.getBoundingClientRect().bottom > 80);
}
