import { Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, askedFilter, Page, PageController, type PageContext, seeOther } from '../../web/index.js';
import { DeliveryView } from '../views/delivery.js';
import { ShownSecretView } from '../views/shown-secret.js';
import { WebhookView } from '../views/webhook.js';
import { ReplayDeliveries } from '../webhooks/replay-deliveries.js';
import { RotateSecret } from '../webhooks/rotate-secret.js';
import { SwitchEndpoint } from '../webhooks/switch-endpoint.js';
import { TestEndpoint } from '../webhooks/test-endpoint.js';
import { WebhookQueries } from '../webhooks/webhook.queries.js';
import { deliveryFilter } from '../webhooks/webhook.schemas.js';

const Id = () => Param('id', { schema: z.uuid() });
const Delivery = () => Param('delivery', { schema: z.uuid() });
const Answer = () => Res({ passthrough: true });
const at = (id: string) => `/admin/webhooks/${id}`;

/** One webhook: what was sent to it, and what an admin does about it. */
@PageController('admin/webhooks/:id')
@Allow('admin')
export class WebhookPages {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly rotating: RotateSecret,
    private readonly switches: SwitchEndpoint,
    private readonly testing: TestEndpoint,
    private readonly replaying: ReplayDeliveries,
  ) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @Id() id: string,
    @Query() asked: Record<string, string>,
    @Answer() response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(deliveryFilter, asked, response);
    const [webhook, deliveries] = await Promise.all([this.webhooks.one(id), this.webhooks.deliveries(id, query)]);
    return WebhookView({ page, form, query, webhook, deliveries });
  }

  @Post('secrets')
  async rotate(@Page() page: PageContext, @Id() id: string): Promise<JSX.Element> {
    return ShownSecretView({ page, made: await this.rotating.execute(id) });
  }

  @Post('tests')
  async test(@Id() id: string, @Answer() response: Response): Promise<string> {
    await this.testing.execute(id);
    return seeOther(response, at(id));
  }

  @Post('pause')
  async pause(@Id() id: string, @Answer() response: Response): Promise<string> {
    await this.switches.pause(id);
    return seeOther(response, at(id));
  }

  @Post('open')
  async open(@Id() id: string, @Answer() response: Response): Promise<string> {
    await this.switches.open(id);
    return seeOther(response, at(id));
  }

  @Post('removal')
  async remove(@Id() id: string, @Answer() response: Response): Promise<string> {
    await this.switches.remove(id);
    return seeOther(response, '/admin/webhooks');
  }

  @Post('replay')
  async replayFailed(@Id() id: string, @Answer() response: Response): Promise<string> {
    await this.replaying.failed(id);
    return seeOther(response, at(id));
  }

  @Get('deliveries/:delivery')
  async delivery(@Page() page: PageContext, @Id() id: string, @Delivery() delivery: string): Promise<JSX.Element> {
    const [webhook, shown] = await Promise.all([this.webhooks.one(id), this.webhooks.delivery(id, delivery)]);
    return DeliveryView({ page, webhook, delivery: shown });
  }

  @Post('deliveries/:delivery/replay')
  async replay(@Id() id: string, @Delivery() delivery: string, @Answer() response: Response): Promise<string> {
    await this.replaying.one(id, delivery);
    return seeOther(response, `${at(id)}/deliveries/${delivery}`);
  }
}
