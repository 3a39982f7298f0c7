import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';

export interface OrderNews {
  to: { name: string; email: string };
  /** The order it is about. */
  number: string;
  kind: string;
  /** Of what it tells, once: the mail is written once per kind and subject. */
  about: string;
  title: string;
  sentences: string[];
}

/** A short letter about an order, with a way to it. */
@Injectable()
export class OrderLetter {
  constructor(private readonly mailer: Mailer) {}

  async send(tx: Tx, { to, number, kind, about, title, sentences }: OrderNews): Promise<void> {
    const button = { label: 'See the order', path: `/orders/${number}` };
    await this.mailer.send(tx, {
      ...{ to, kind, dedupeKey: `${kind}:${about}`, subject: title },
      parts: [greeting(to.name), ...sentences, { button }],
    });
  }
}
