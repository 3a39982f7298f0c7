import { readdirSync } from 'node:fs';
import { Controller, Get, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../database/index.js';
import { Allow, Answers } from '../web/index.js';
import { apiDescription } from './openapi.js';

const health = z.object({ status: z.enum(['ok', 'unavailable']) });

// Compiled files come with a source map each.
const known = readdirSync(`${import.meta.dirname}/../../migrations`).filter((name) =>
  /\d.*\.(js|ts)$/.test(name),
).length;

@Controller()
@ApiTags('process')
@Allow('anyone')
export class ProcessControllers {
  constructor(
    private readonly db: Database,
    private readonly adapters: HttpAdapterHost,
  ) {}

  @Get('health/live')
  @Answers(200, health, 'The process runs')
  live(): z.infer<typeof health> {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Answers(200, health, 'The database takes writes and its migrations are current')
  @Answers(503, health, 'Send requests to another node for a while')
  async ready(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof health>> {
    const state = await this.db
      .row<{ writable: boolean; applied: number }>(
        'SELECT NOT pg_is_in_recovery() AS writable, (SELECT count(*) FROM migrations) AS applied',
      )
      .catch(() => undefined);
    if (state?.writable && state.applied >= known) return { status: 'ok' };
    response.status(503).setHeader('Retry-After', '5');
    return { status: 'unavailable' };
  }

  @Get('api/openapi.json')
  @Answers(200, z.object({}).loose(), 'This description')
  openapi(): object {
    return apiDescription(this.adapters.httpAdapter);
  }
}
