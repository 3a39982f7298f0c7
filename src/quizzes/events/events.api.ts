import { Get, Param, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { noSuchAttempt } from '../quizzes.errors.js';
import { EventQueries } from './event.queries.js';

@ApiController('examiners/attempts', 'examiners')
@Allow('examiner', 'admin')
export class EventsApi {
  constructor(private readonly events: EventQueries) {}

  /** One event a line, each with the hash of the one before: `npm run verify:attempts -- <file>` checks it. */
  @Get(':id/events.ndjson')
  @ApiProduces('application/x-ndjson')
  @Answers(200, undefined, 'One event a line')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async export(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const events = await this.events.of(id);
    if (events.length === 0) throw noSuchAttempt();
    response
      .type('application/x-ndjson')
      .attachment(`attempt-${id}.ndjson`)
      .send(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }
}
