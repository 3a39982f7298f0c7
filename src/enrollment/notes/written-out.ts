import { stringify } from 'csv-stringify/sync';
import { plain } from '../../web/index.js';
import type { Note } from './note.queries.js';

const words = { note: 'Note', highlight: 'Highlight', bookmark: 'Bookmark' } as const;
const nowhere = 'This passage is not in the lesson as you read it now.';

/** Notes as a table. What a spreadsheet would run is made text. */
export const notesCsv = (notes: Note[]): string =>
  stringify([
    ['Lesson', 'Kind', 'Colour', 'Passage', 'Note', 'Written (UTC)', 'Changed (UTC)'],
    ...notes.map((note) => [
      ...[plain(note.lessonTitle), words[note.kind], note.colour ?? '', plain(note.quote ?? ''), plain(note.text)],
      ...[note.writtenAt.toISOString(), note.changedAt.toISOString()],
    ]),
  ]);

/** Notes as a text, lesson by lesson. */
export function notesMarkdown(title: string, notes: Note[]): string {
  const lessons = [...Map.groupBy(notes, ({ lesson }) => lesson).values()];
  const parts = lessons.map((ofLesson) =>
    [`## ${ofLesson[0]!.lessonTitle}`, ...ofLesson.map(noteMarkdown)].join('\n\n'),
  );
  return `${[`# Notes: ${title}`, ...parts].join('\n\n')}\n`;
}

function noteMarkdown({ kind, colour, quote, text, found, changedAt }: Note): string {
  const day = changedAt.toISOString().slice(0, 10);
  const head = `**${words[kind]}${colour ? `, ${colour}` : ''}**, ${day}`;
  const passage =
    quote &&
    quote
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  return [head, passage, quote && !found && `*${nowhere}*`, text].filter(Boolean).join('\n\n');
}
