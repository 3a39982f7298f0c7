import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { JournalQueries } from './journal.queries.js';
import {
  entryJson,
  entryNumber,
  entryRowSchema,
  entrySchema,
  handEntrySchema,
  journalFilterSchema,
  type JournalQuery,
  reversalSchema,
  rowJson,
} from './journal.schemas.js';
import { NameQueries } from './names.js';
import { PostByHand } from './post-by-hand.js';
import { listedEntries } from './read-journal.js';
import { ReverseEntry } from './reverse-entry.js';

const listSchema = z.object({ items: z.array(entryRowSchema), next: z.int().nullable() });
const posted = z.object({ number: z.int() });

@ApiController('books/journal', 'books')
@Allow('accountant', 'admin')
export class JournalApi {
  constructor(
    private readonly journal: JournalQueries,
    private readonly names: NameQueries,
    private readonly postByHand: PostByHand,
    private readonly reverseEntry: ReverseEntry,
  ) {}

  @Get()
  @Answers(200, listSchema, 'Entries, newest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: journalFilterSchema }) query: JournalQuery): Promise<z.infer<typeof listSchema>> {
    const { rows, next } = await listedEntries(this.journal, query);
    return { items: rows.map(rowJson), next };
  }

  @Post()
  @Allow('accountant')
  @Answers(201, posted, 'Posted; the same key answers the same entry')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '422 not_balanced')
  async post(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: handEntrySchema }) entry: z.infer<typeof handEntrySchema>,
  ): Promise<z.infer<typeof posted>> {
    return { number: await this.postByHand.execute({ ...entry, by: viewer.personId }) };
  }

  @Get(':number')
  @Answers(200, entrySchema, 'An entry with its postings')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('number', { schema: entryNumber }) number: number): Promise<z.infer<typeof entrySchema>> {
    const [entry, names] = await Promise.all([this.journal.byNumber(number), this.names.read()]);
    if (!entry) throw notFound('entry');
    return entryJson(entry, names);
  }

  @Post(':number/reversal')
  @Allow('accountant')
  @Answers(201, posted, 'The reversal')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 not_reversible')
  async reverse(
    @CurrentViewer() viewer: Viewer,
    @Param('number', { schema: entryNumber }) entry: number,
    @Body({ schema: reversalSchema }) reversal: z.infer<typeof reversalSchema>,
  ): Promise<z.infer<typeof posted>> {
    return { number: await this.reverseEntry.execute({ entry, ...reversal, by: viewer.personId }) };
  }
}
