import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ChainFacts } from './chain/chain-facts.js';
import { VerifyFacts } from './chain/verify-facts.js';
import { Facts } from './facts.js';
import { Jobs } from './jobs.js';
import { Subscriptions } from './subscriptions.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Subscriptions, Jobs, Facts, ChainFacts, VerifyFacts],
  exports: [Jobs, Facts, VerifyFacts],
})
export class JobsModule {}
