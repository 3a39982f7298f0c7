import { Body, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
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
import { ShownSecretView } from '../views/shown-secret.js';
import { WebhooksView } from '../views/webhooks.js';
import { AddEndpoint, type ShownSecret } from '../webhooks/add-endpoint.js';
import { WebhookQueries } from '../webhooks/webhook.queries.js';
import { newEndpoint } from '../webhooks/webhook.schemas.js';

/** All webhooks, and adding one. */
@PageController('admin/webhooks')
@Allow('admin')
export class WebhooksPages {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly adding: AddEndpoint,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm());
  }

  /** The answer shows the secret itself, which no later page could. */
  @Post()
  async add(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    let made: ShownSecret | undefined;
    const filled = await submit({
      ...{ response, schema: newEndpoint, body },
      act: async (wanted) => {
        made = await this.adding.execute(viewer, wanted);
        return '/admin/webhooks';
      },
      view: (form) => this.view(page, form),
    });
    if (!made) return filled;
    response.status(201).removeHeader('Location');
    return ShownSecretView({ page, made });
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    return WebhooksView({ page, form, webhooks: await this.webhooks.all() });
  }
}
