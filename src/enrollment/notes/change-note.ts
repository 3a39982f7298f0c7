import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { invalidField, notFound } from '../../shared/index.js';
import { changedElsewhere } from './note.errors.js';
import { type Note, NoteQueries } from './note.queries.js';

interface Change {
  personId: string;
  id: string;
  /** The one that was read. */
  rev: number;
  text: string;
  colour?: Note['colour'] | undefined;
}

/** Changes one's own note, also after the access has ended: the words are one's own. */
@Injectable()
export class ChangeNote {
  constructor(
    private readonly db: Database,
    private readonly notes: NoteQueries,
  ) {}

  /** Answers with its new revision. @throws not_found, invalid_input, note_changed with what is kept */
  execute({ personId, id, rev, text, colour }: Change): Promise<number> {
    return this.db.transaction(async (tx) => {
      await tx.rows('SELECT FROM study_notes WHERE id = $1 FOR UPDATE', [id]);
      const note = await this.notes.byId(id, personId, tx);
      if (!note) throw notFound('note');
      if (note.kind === 'note' && text === '') throw invalidField('text', 'Write something, or delete the note.');
      if (colour && note.kind !== 'highlight') throw invalidField('colour', 'Only a highlight has a colour.');
      // Sent again because the answer was lost on its way.
      if (note.rev === rev + 1 && note.text === text && (colour ?? note.colour) === note.colour) return note.rev;
      if (note.rev !== rev) throw changedElsewhere(note.rev, note.text);
      await tx.rows(
        `UPDATE study_notes SET text = $2, colour = coalesce($3, colour), rev = rev + 1, changed_at = now() WHERE id = $1`,
        [id, text, colour ?? null],
      );
      return rev + 1;
    });
  }
}
