import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, plain, Refuses, sendCsv, type Viewer } from '../../web/index.js';
import { AcknowledgeRecall } from './acknowledge-recall.js';
import { DecideRecall } from './decide-recall.js';
import { EndRecall } from './end-recall.js';
import { OpenRecall } from './open-recall.js';
import { toDeskRecall, toMyRecall } from './recall-json.js';
import { noRecall } from './recall.errors.js';
import { RecallQueries } from './recall.queries.js';
import {
  type Acknowledgement,
  acknowledgementSchema,
  deskRecall,
  myRecall,
  recallDecisionSchema,
  recallEndSchema,
  recallSchema,
  type TypedRecall,
} from './recall.schemas.js';

const id = z.uuid();
type Mine = z.infer<typeof myRecall>;
type OnDesk = z.infer<typeof deskRecall>;

@ApiController('recalls', 'certifications')
@Allow('signed-in')
export class RecallsApi {
  constructor(
    private readonly recalls: RecallQueries,
    private readonly acknowledging: AcknowledgeRecall,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(myRecall) }), 'Safety corrections that concern me, the newest first')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer): Promise<{ items: Mine[] }> {
    return { items: (await this.recalls.ofPerson(personId)).map(toMyRecall) };
  }

  @Get(':id')
  @Answers(200, myRecall)
  @Refuses('401 unauthenticated', '404 not_found')
  async show(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: id }) recallId: string): Promise<Mine> {
    const recall = await this.recalls.forPerson(recallId, personId);
    if (!recall) throw noRecall();
    return toMyRecall(recall);
  }

  @Post(':id/acknowledgement')
  @HttpCode(204)
  @Answers(204, undefined, 'Said twice, it is said once')
  @Refuses('401 unauthenticated', '404 not_found', '409 recall_not_running')
  @Refuses('422 invalid_input', '422 answer_missing', '422 answer_wrong')
  acknowledge(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body({ schema: acknowledgementSchema }) sent: Acknowledgement,
  ): Promise<void> {
    return this.acknowledging.execute(recallId, personId, sent);
  }
}

@ApiController('admin/recalls', 'certifications')
@Allow('author', 'admin')
export class RecallDeskApi {
  constructor(
    private readonly recalls: RecallQueries,
    private readonly opening: OpenRecall,
    private readonly deciding: DecideRecall,
    private readonly ending: EndRecall,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(deskRecall) }))
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(): Promise<{ items: OnDesk[] }> {
    return { items: (await this.recalls.all()).map(toDeskRecall) };
  }

  @Post()
  @Answers(201, z.object({ id }), 'It reaches nobody before another person has published it')
  @Refuses('401 unauthenticated', '403 forbidden', '422 invalid_input', '422 lesson_unknown', '422 edition_unknown')
  @Refuses('422 too_soon')
  open(
    @CurrentViewer() { personId: by }: Viewer,
    @Body({ schema: recallSchema }) typed: TypedRecall,
  ): Promise<{ id: string }> {
    return this.opening.execute(typed, by);
  }

  @Post(':id/decision')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 forbidden', '403 own_recall', '404 not_found', '409 recall_decided')
  decide(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body({ schema: recallDecisionSchema }) decision: z.infer<typeof recallDecisionSchema>,
  ): Promise<void> {
    return this.deciding.execute({ recallId, ...decision, by });
  }

  @Post(':id/end')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 recall_not_running')
  end(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body({ schema: recallEndSchema }) { reason }: z.infer<typeof recallEndSchema>,
  ): Promise<void> {
    return this.ending.execute(recallId, reason, by);
  }

  @Get(':id/outstanding.csv')
  @Allow('admin')
  @Answers(200, undefined, 'text/csv')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async outstanding(@Param('id', { schema: id }) recallId: string, @Res() response: Response): Promise<void> {
    if (!(await this.recalls.byId(recallId))) throw noRecall();
    await sendCsv(response, {
      name: `recall-${recallId}.csv`,
      head: stringify([['Name', 'E-mail', 'Certified', 'Found at (UTC)', 'Last mail (UTC)']]),
      read: (limit, after) => this.recalls.outstanding(recallId, limit, after),
      write: (rows) =>
        stringify(
          rows.map(({ name, email, certified, foundAt, toldAt }) => [
            ...[plain(name), plain(email), certified ? 'yes' : 'no'],
            ...[foundAt.toISOString(), toldAt?.toISOString() ?? ''],
          ]),
        ),
    });
  }
}
