import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { DomainError, notFound } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noCourse } from '../enrollment.errors.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { ChangeNote } from './change-note.js';
import { DeleteNote } from './delete-note.js';
import { type Note, NoteQueries } from './note.queries.js';
import { askedNotes, noteChanged } from './note.schemas.js';
import { NoteView } from './note-view.js';
import { NotesView } from './notes-view.js';
import { notesCsv, notesMarkdown } from './written-out.js';

/** All that somebody wrote in a course, also after their access has ended. */
@PageController('learn/:course')
@Allow('signed-in')
export class NotesPages {
  constructor(
    private readonly notes: NoteQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly changing: ChangeNote,
    private readonly deleting: DeleteNote,
  ) {}

  @Get('notes')
  async list(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Query({ schema: askedNotes }) { q }: z.infer<typeof askedNotes>,
  ): Promise<JSX.Element> {
    const course = await this.courseOf(personId, slug);
    const [notes, access] = await Promise.all([
      this.notes.list(personId, slug, q ? { q } : {}),
      this.enrollments.access(personId, slug),
    ]);
    return NotesView({ page, course, notes, q: q ?? '', isOpen: access !== undefined });
  }

  @Get('notes.csv')
  async csv(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.courseOf(personId, slug);
    const notes = await this.notes.list(personId, slug);
    response.type('text/csv').attachment(`notes-${slug}.csv`).send(notesCsv(notes));
  }

  @Get('notes.md')
  async markdown(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Res() response: Response,
  ): Promise<void> {
    const { title } = await this.courseOf(personId, slug);
    const notes = await this.notes.list(personId, slug);
    response.type('text/markdown').attachment(`notes-${slug}.md`).send(notesMarkdown(title, notes));
  }

  @Get('notes/:id')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<JSX.Element> {
    const note = await this.noteOf(personId, slug, id);
    return NoteView({ page, course: slug, note, form: emptyForm({ text: note.text }), isStale: false });
  }

  @Post('notes/:id')
  change(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    let isStale = false;
    return submit({
      ...{ response, schema: noteChanged, body },
      act: async (sent) => {
        await this.changing.execute({ personId, id, ...sent }).catch((error: unknown) => {
          isStale = error instanceof DomainError && error.code === 'note_changed';
          throw error;
        });
        return `/learn/${slug}/notes#note-${id}`;
      },
      view: async (form: FormState) => {
        if (isStale) response.status(409);
        return NoteView({ page, course: slug, note: await this.noteOf(personId, slug, id), form, isStale });
      },
    });
  }

  @Post('notes/:id/deletion')
  delete(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: z.strictObject({}), body },
      act: async () => {
        await this.deleting.execute(personId, id);
        return `/learn/${slug}/notes`;
      },
      view: () => '',
    });
  }

  private async courseOf(personId: string, slug: string) {
    const course = await this.notes.course(personId, slug);
    if (!course) throw noCourse();
    return course;
  }

  private async noteOf(personId: string, slug: string, id: string): Promise<Note> {
    const note = await this.notes.byId(id, personId);
    if (note?.course !== slug) throw notFound('note');
    return note;
  }
}
