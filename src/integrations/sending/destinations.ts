import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { Names } from './names.js';
import { contains, isPublic, networks } from './networks.js';

/** Where a message goes: the address that was looked at is the one that is connected to. */
export interface Destination {
  url: URL;
  address: string;
}

export type WrongDestination = 'malformed' | 'insecure' | 'unknown-name' | 'forbidden-address';

/** Decides where messages may go, so that nobody reaches the machines around us through us. */
@Injectable()
export class Destinations {
  private readonly opened;

  constructor(
    private readonly names: Names,
    config: Config,
  ) {
    this.opened = networks(config.outgoingNetworks);
  }

  /** Looks a name up once. One address of several that may not be reached is enough to refuse the name. */
  async find(address: string): Promise<Destination | WrongDestination> {
    const url = URL.parse(address);
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) return 'malformed';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host) ? [host] : await this.names.resolve(host).catch(() => []);
    if (found.length === 0) return 'unknown-name';
    const isOpened = found.every((one) => contains(this.opened, one));
    if (!isOpened && !found.every((one) => isPublic(one))) return 'forbidden-address';
    if (url.protocol === 'http:' && !isOpened) return 'insecure';
    return { url, address: found[0]! };
  }
}
