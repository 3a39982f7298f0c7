import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { sessionSecret } from '../../users/index.js';

/** As long as a sitting lasts; the page that plays gets a new one each time it is opened. */
const milliseconds = 6 * 60 * 60 * 1000;

/** What opens the files of one package for a while, as a part of their address: that place knows no cookie. */
@Injectable()
export class PathToken {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', sessionSecret(config), '', 'glabella packages path', 32));
  }

  issue(packageId: string, now: Date): string {
    const told = `${packageId}.${(now.getTime() + milliseconds).toString(36)}`;
    return `${told}.${this.sign(told)}`;
  }

  /** The package it opens; undefined if it is not ours or its time is over. */
  packageOf(token: string, now: Date): string | undefined {
    const [packageId = '', until = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.sign(`${packageId}.${until}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return parseInt(until, 36) > now.getTime() ? packageId : undefined;
  }

  private sign = (text: string): string => createHmac('sha256', this.key).update(text).digest('base64url');
}
