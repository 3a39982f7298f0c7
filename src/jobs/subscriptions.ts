import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Mark, marksOf } from './marks.js';

export type Handler = (data: object) => Promise<void>;
export interface Subscription {
  mark: Mark;
  run: Handler;
}

/** Every marked method of every provider. */
@Injectable()
export class Subscriptions {
  private found: Subscription[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): Subscription[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map((wrapper) => wrapper.instance as Record<string, Handler> | undefined)
      .filter((instance) => instance && Object.getPrototypeOf(instance))
      .flatMap((instance) => this.marksIn(instance!)));
  }

  /** The queues of those who listen to this fact. */
  queuesFor(fact: string): string[] {
    return this.all().flatMap(({ mark }) => (mark.kind === 'fact' && mark.fact === fact ? [mark.queue] : []));
  }

  private marksIn(instance: Record<string, Handler>): Subscription[] {
    return this.scanner
      .getAllMethodNames(Object.getPrototypeOf(instance) as object)
      .flatMap((name) =>
        marksOf(instance[name] as object).map((mark) => ({ mark, run: (data) => instance[name]!(data) })),
      );
  }
}
