import { Module } from '@nestjs/common';
import { DeliveriesApi } from './admin/deliveries.api.js';
import { WebhookPages } from './admin/webhook.pages.js';
import { WebhooksApi } from './admin/webhooks.api.js';
import { WebhooksPages } from './admin/webhooks.pages.js';
import { StatementsApi, StatementsPages } from './admin/statements.controllers.js';
import { SendingModule } from './sending/sending.module.js';
import { AddEndpoint } from './webhooks/add-endpoint.js';
import { CloseEndpoint } from './webhooks/close-endpoint.js';
import { DeliverMessage } from './webhooks/deliver-message.js';
import { KeepAttempt } from './webhooks/keep-attempt.js';
import { MessageData } from './webhooks/message-data.js';
import { ReplayDeliveries } from './webhooks/replay-deliveries.js';
import { RotateSecret } from './webhooks/rotate-secret.js';
import { SecretSeal } from './webhooks/secret-seal.js';
import { Secrets } from './webhooks/secrets.js';
import { SweepMessages } from './webhooks/sweep-messages.js';
import { SwitchEndpoint } from './webhooks/switch-endpoint.js';
import { TellEndpoints } from './webhooks/tell-endpoints.js';
import { TestEndpoint } from './webhooks/test-endpoint.js';
import { WebhookQueries } from './webhooks/webhook.queries.js';
import { WriteMessage } from './webhooks/write-message.js';
import { Happenings } from './xapi/happenings.js';
import { RecordStore } from './xapi/record-store.js';
import { ReplayStatements } from './xapi/replay-statements.js';
import { SendStatement } from './xapi/send-statement.js';
import { StateFacts } from './xapi/state-facts.js';
import { StatementQueries } from './xapi/statement.queries.js';
import { WriteStatement } from './xapi/write-statement.js';

const verbs = [AddEndpoint, RotateSecret, SwitchEndpoint, TestEndpoint, ReplayDeliveries];
const workers = [TellEndpoints, WriteMessage, DeliverMessage, KeepAttempt, CloseEndpoint, SweepMessages];
const xapi = [RecordStore, Happenings, StateFacts, WriteStatement, SendStatement, ReplayStatements, StatementQueries];

@Module({
  imports: [SendingModule],
  controllers: [WebhooksPages, WebhookPages, WebhooksApi, DeliveriesApi, StatementsPages, StatementsApi],
  providers: [SecretSeal, Secrets, MessageData, WebhookQueries, ...verbs, ...workers, ...xapi],
})
export class IntegrationsModule {}
