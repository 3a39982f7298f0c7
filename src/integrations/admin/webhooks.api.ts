import { Body, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { AddEndpoint } from '../webhooks/add-endpoint.js';
import { RotateSecret } from '../webhooks/rotate-secret.js';
import { SwitchEndpoint } from '../webhooks/switch-endpoint.js';
import { TestEndpoint } from '../webhooks/test-endpoint.js';
import { WebhookQueries } from '../webhooks/webhook.queries.js';
import { newEndpoint, shownSecret, webhookAnswer } from '../webhooks/webhook.schemas.js';

const Id = () => Param('id', { schema: z.uuid() });
const switching = z.strictObject({ open: z.boolean() });

@ApiController('admin/webhooks', 'admin')
@Allow('admin')
export class WebhooksApi {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly adding: AddEndpoint,
    private readonly rotating: RotateSecret,
    private readonly switches: SwitchEndpoint,
    private readonly testing: TestEndpoint,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(webhookAnswer), next: z.null() }))
  @Refuses('401 unauthenticated', '403 forbidden')
  async list() {
    return { items: await this.webhooks.all(), next: null };
  }

  @Post()
  @Answers(201, shownSecret)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '409 too_many_webhooks', '422 wrong_address')
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newEndpoint }) wanted: z.infer<typeof newEndpoint>) {
    return this.adding.execute(viewer, wanted);
  }

  @Get(':id')
  @Answers(200, webhookAnswer)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  show(@Id() id: string) {
    return this.webhooks.one(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(204, undefined, 'Removed; what waited for it has failed')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  remove(@Id() id: string): Promise<void> {
    return this.switches.remove(id);
  }

  @Post(':id/secrets')
  @Answers(201, shownSecret, 'For a day the former secret signs too')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  rotate(@Id() id: string) {
    return this.rotating.execute(id);
  }

  @Put(':id/standing')
  @HttpCode(204)
  @Answers(204, undefined, 'Open: what waited goes out at once. Closed: nothing leaves')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  change(@Id() id: string, @Body({ schema: switching }) { open }: z.infer<typeof switching>): Promise<void> {
    return open ? this.switches.open(id) : this.switches.pause(id);
  }

  @Post(':id/tests')
  @HttpCode(202)
  @Answers(202, undefined, 'A message that says nothing is on its way')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 webhook_closed')
  test(@Id() id: string): Promise<void> {
    return this.testing.execute(id);
  }
}
