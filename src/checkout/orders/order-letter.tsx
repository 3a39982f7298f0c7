import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { MailButton, Mailer } from '../../mail/index.js';
import { Config } from '../../shared/index.js';

export interface Letter {
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
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  async send(tx: Tx, { to, number, kind, about, title, sentences }: Letter): Promise<void> {
    const address = `${this.config.baseUrl}/orders/${number}`;
    await this.mailer.send(tx, {
      to,
      kind,
      dedupeKey: `${kind}:${about}`,
      subject: title,
      text: [`Hello ${to.name},`, ...sentences, address].join('\n\n'),
      body: (
        <>
          <h1 safe>{title}</h1>
          <p safe>{`Hello ${to.name},`}</p>
          {sentences.map((sentence) => (
            <p safe>{sentence}</p>
          ))}
          <MailButton href={address}>See the order</MailButton>
        </>
      ),
    });
  }
}
