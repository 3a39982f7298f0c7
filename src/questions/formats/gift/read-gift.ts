import type { AuthoredQuestion } from '../../authored.js';
import { believed } from '../exporting/exported.js';
import { fileRefused } from '../refusals.js';
import { type Draft, Notes, type ReadItem, readItem } from '../read-item.js';
import type { Line } from '../source/lines.js';
import { giftDraft } from './gift-draft.js';
import { unescaped } from './gift-text.js';
import { writeGift } from './write-gift.js';

interface Block {
  line: number;
  text: string;
  comments: string[];
}

const longest = 100_000;

/** The questions of a GIFT file: blank lines stand between them, so one that is broken loses no other. */
export function* readGift(lines: Iterable<Line>): Generator<ReadItem> {
  let topic: string | undefined;
  for (const block of blocksOf(lines)) {
    const category = /^\$CATEGORY:\s*(.*)$/.exec(block.text.trim())?.[1];
    if (category !== undefined) topic = category.split('/').at(-1)?.trim().slice(0, 80) || topic;
    else yield readBlock(block, topic);
  }
}

function readBlock(block: Block, topic: string | undefined): ReadItem {
  const name = unescaped(titleOf(block.text)?.[1] ?? '').trim();
  return readItem({ line: block.line, name: name.slice(0, 200) }, (notes) => {
    const native = nativeDraft(block, notes);
    const carried = block.comments.find((each) => each.startsWith(' glabella: '))?.slice(' glabella: '.length);
    const draft = carried === undefined ? native : believed(carried, native, rewritten);
    if (draft !== native) notes.list.length = 0;
    return { ...draft, ...(topic && { topic }) };
  });
}

/** What the format itself says. @throws ItemRefused */
function nativeDraft({ text, comments }: Block, notes: Notes): Draft {
  const id = /\[id:\s*([^\]]{1,80})\]/.exec(comments.join('\n'))?.[1];
  return { ...giftDraft(text.slice(titleOf(text)?.[0].length ?? 0), notes), ...(id && { id }) };
}

/** What a question is once it was written by us and read again. */
function rewritten(question: AuthoredQuestion): Draft {
  const lines = writeGift(question, new Notes())
    .split('\n')
    .map((text) => ({ number: 1, text }));
  const [block] = blocksOf(lines);
  return nativeDraft(block!, new Notes());
}

const titleOf = (text: string) => /^\s*::((?:\\[\s\S]|[^\\])*?)::/.exec(text);

/** Paragraphs; a category is one of its own. Lines of comments belong to the question that follows. */
function* blocksOf(lines: Iterable<Line>): Generator<Block> {
  let block: Block | undefined;
  let comments: string[] = [];
  for (const { number, text } of lines) {
    const trimmed = text.trim();
    if (trimmed.startsWith('//')) {
      comments.push(trimmed.slice(2));
    } else if (trimmed === '') {
      if (block) yield block;
      block = undefined;
    } else if (!block && trimmed.startsWith('$CATEGORY:')) {
      yield { line: number, text: trimmed, comments: [] };
    } else {
      block ??= { line: number, text: '', comments };
      if (block.text === '') comments = [];
      block.text += text;
      if (block.text.length > longest) throw fileRefused('A question is longer than 100,000 characters.', number);
    }
  }
  if (block) yield block;
}
