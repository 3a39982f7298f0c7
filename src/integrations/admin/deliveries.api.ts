import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { ReplayDeliveries } from '../webhooks/replay-deliveries.js';
import { WebhookQueries } from '../webhooks/webhook.queries.js';
import { deliveryAnswer, type DeliveryFilter, deliveryFilter, shownDelivery } from '../webhooks/webhook.schemas.js';

const uuid = z.uuid();

@ApiController('admin/webhooks/:id/deliveries', 'admin')
@Allow('admin')
export class DeliveriesApi {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly replaying: ReplayDeliveries,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(deliveryAnswer), next: uuid.nullable() }), 'Newest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async list(@Param('id', { schema: uuid }) id: string, @Query({ schema: deliveryFilter }) filter: DeliveryFilter) {
    await this.webhooks.one(id);
    return this.webhooks.deliveries(id, filter);
  }

  @Post('replay')
  @HttpCode(202)
  @Answers(202, z.object({ replayed: z.int() }), 'All that failed, the oldest thousand')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 webhook_closed')
  async replayFailed(@Param('id', { schema: uuid }) id: string) {
    return { replayed: await this.replaying.failed(id) };
  }

  @Get(':delivery')
  @Answers(200, shownDelivery)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  show(@Param('id', { schema: uuid }) id: string, @Param('delivery', { schema: uuid }) delivery: string) {
    return this.webhooks.delivery(id, delivery);
  }

  @Post(':delivery/replay')
  @HttpCode(202)
  @Answers(202, undefined, 'It goes out once more under its own id')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 webhook_closed', '409 still_waiting')
  replay(
    @Param('id', { schema: uuid }) id: string,
    @Param('delivery', { schema: uuid }) delivery: string,
  ): Promise<void> {
    return this.replaying.one(id, delivery);
  }
}
