import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Facts } from './facts.js';
import { Jobs } from './jobs.js';
import { Subscriptions } from './subscriptions.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Subscriptions, Jobs, Facts], exports: [Jobs, Facts] })
export class JobsModule {}
