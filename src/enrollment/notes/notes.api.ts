import { Body, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noCourse } from '../enrollment.errors.js';
import { ChangeNote } from './change-note.js';
import { DeleteNote } from './delete-note.js';
import { type Note, NoteQueries } from './note.queries.js';
import { askedList, noteAnswer, noteChanged, noteSent, writtenNote } from './note.schemas.js';
import { WriteNote } from './write-note.js';

/** One's own notes, highlights and bookmarks. */
@ApiController('learning', 'learning')
@Allow('signed-in')
export class NotesApi {
  constructor(
    private readonly notes: NoteQueries,
    private readonly writing: WriteNote,
    private readonly changing: ChangeNote,
    private readonly deleting: DeleteNote,
  ) {}

  @Get(':course/notes')
  @Answers(
    200,
    z.object({ items: z.array(noteAnswer), next: z.string().nullable() }),
    'The oldest first; also after the access has ended',
  )
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found')
  async list(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Query({ schema: askedList }) { limit, ...asked }: z.infer<typeof askedList>,
  ) {
    if (!(await this.notes.course(personId, course))) throw noCourse();
    const notes = await this.notes.list(personId, course, { ...given(asked), limit });
    return { items: notes.map(json), next: notes.length === limit ? notes.at(-1)!.id : null };
  }

  @Post(':course/lessons/:lesson/notes')
  @Answers(201, writtenNote)
  @Refuses('400 malformed', '401 unauthenticated', '403 not_open_yet', '404 not_found', '409 too_many_notes')
  write(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body({ schema: noteSent }) sent: z.infer<typeof noteSent>,
  ): Promise<z.infer<typeof writtenNote>> {
    return this.writing.execute(personId, course, lesson, sent);
  }

  @Put('notes/:id')
  @Answers(200, writtenNote)
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '409 note_changed')
  async change(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: noteChanged }) sent: z.infer<typeof noteChanged>,
  ): Promise<z.infer<typeof writtenNote>> {
    return { id, rev: await this.changing.execute({ personId, id, ...sent }) };
  }

  @Delete('notes/:id')
  @HttpCode(204)
  @Answers(204, undefined, 'Gone; also when it was already')
  @Refuses('401 unauthenticated', '403 foreign_origin', '404 not_found')
  delete(@CurrentViewer() { personId }: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.deleting.execute(personId, id);
  }
}

/** Without what was not asked for. */
const given = ({
  q,
  lesson,
  after,
}: {
  q?: string | undefined;
  lesson?: string | undefined;
  after?: string | undefined;
}) => ({
  ...(q && { q }),
  ...(lesson && { lesson }),
  ...(after && { after }),
});

function json(note: Note): z.infer<typeof noteAnswer> {
  const { id, kind, block, quote, before, after, colour, text, rev, found } = note;
  return {
    ...{ id, kind, lesson: { slug: note.lesson, title: note.lessonTitle } },
    passage: block !== null && quote !== null ? { block, quote, before, after } : null,
    ...{ found, colour, text, rev },
    writtenAt: note.writtenAt.toISOString(),
    changedAt: note.changedAt.toISOString(),
  };
}
