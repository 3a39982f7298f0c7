import 'reflect-metadata';

export type Mark =
  | { kind: 'fact'; fact: string; queue: string }
  | { kind: 'job'; queue: string }
  | { kind: 'cron'; queue: string; cron: string };

const key = Symbol('jobs:marks');

/** Runs the method once (or, after a crash, once more) for each fact of this name. The queue's name is the subscriber's. */
export const OnFact = (fact: string, queue: string): MethodDecorator => mark({ kind: 'fact', fact, queue });

/** Runs the method for each job put into this queue. */
export const OnJob = (queue: string): MethodDecorator => mark({ kind: 'job', queue });

/** Runs the method by the clock, on one node at a time. `cron` in UTC. */
export const Every = (cron: string, queue: string): MethodDecorator => mark({ kind: 'cron', cron, queue });

export function marksOf(method: object): Mark[] {
  return (Reflect.getMetadata(key, method) as Mark[] | undefined) ?? [];
}

function mark(value: Mark): MethodDecorator {
  return (_target, _name, descriptor) => {
    const method = descriptor.value as object;
    Reflect.defineMetadata(key, [...marksOf(method), value], method);
  };
}
