import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { packagesOff } from '../packages.errors.js';

/** Where packages are served: an address of their own, which no cookie of ours reaches. */
@Injectable()
export class ContentOrigin {
  private origin: string | undefined;

  constructor(config: Config) {
    this.origin = config.values.PACKAGES_ORIGIN;
    // A browser finds every name below `localhost` on its own machine; cookies of `localhost` do not go there.
    if (!this.origin && !config.isProduction) this.listensAt(config.packagesPort);
  }

  /** The address follows the port that was really taken, unless the operator named one. */
  listensAt(port: number): void {
    this.origin = `http://packages.localhost:${port}`;
  }

  /** @throws DomainError packages_off */
  required(): string {
    if (!this.origin) throw packagesOff();
    return this.origin;
  }
}
