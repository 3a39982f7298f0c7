import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../web/index.js';
import { type Place, Places } from '../places/places.js';
import { CommentQueries, type Thread } from './comment.queries.js';

export interface ReadOfPlace {
  place: Place;
  /** The newest, or those after the one that was seen last. */
  threads: Thread[];
  /** How many there are in all, with answers. */
  count: number;
  /** The last one of these, where there are more. */
  next: string | undefined;
  /** The viewer may not write. */
  isBanned: boolean;
}

const atOnce = 20;

/** What is said at a place, as somebody sees it. */
@Injectable()
export class ReadPlace {
  constructor(
    private readonly places: Places,
    private readonly comments: CommentQueries,
  ) {}

  /** @throws not_found */
  async execute(path: string, viewer: Viewer | null, after?: string): Promise<ReadOfPlace> {
    const viewerId = viewer?.personId ?? null;
    const [place, threads, count, isBanned] = await Promise.all([
      this.places.find(path, viewer),
      this.comments.threads(path, viewerId, atOnce, after),
      this.comments.count(path),
      viewerId ? this.comments.isBanned(viewerId) : false,
    ]);
    const next = threads.length === atOnce ? threads.at(-1)!.id : undefined;
    return { place, threads, count, next, isBanned };
  }
}
