import { Injectable } from '@nestjs/common';
import { DirectoryQueries, type ListedHolder } from './directory.queries.js';
import type { DirectoryFilter } from './directory.schemas.js';
import { SearchLimit } from './search-limit.js';

const perPage = 25;

export interface DirectoryPage {
  items: ListedHolder[];
  /** Goes into `after` for the next page. */
  next: string | null;
}

/** Looks for people in the directory. `ip` is the address of whoever asks, for the limit on copying it. */
@Injectable()
export class SearchDirectory {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly limit: SearchLimit,
  ) {}

  /** @throws too_many_searches */
  async execute(filter: DirectoryFilter, ip: string | undefined): Promise<DirectoryPage> {
    this.limit.take(ip);
    const found = await this.directory.search(filter, perPage + 1);
    const items = found.slice(0, perPage);
    return { items, next: found.length > perPage ? items.at(-1)!.id : null };
  }
}
