import { Injectable } from '@nestjs/common';
import { headLength, type KeptVideo, VideoStore, videoType } from '../../media/index.js';
import { videoEmpty, videoRefused, videoTooLarge } from '../videos.errors.js';
import { spool } from './spool.js';

export interface SentVideo {
  bytes: AsyncIterable<Buffer>;
  /** What people call it. */
  name: string;
  personId: string;
}

/** Bytes. */
export const largestVideo = 2_000_000_000;

/** Keeps a video, whole or not at all. The same bytes are kept once. */
@Injectable()
export class AddVideo {
  constructor(private readonly store: VideoStore) {}

  /** @throws DomainError file_too_large, file_empty, video_refused */
  execute({ bytes, name, personId }: SentVideo): Promise<KeptVideo> {
    const limits = { most: largestVideo, head: headLength, tooLarge: () => videoTooLarge(largestVideo) };
    return spool(bytes, limits, async ({ path, sha256, size, head }) => {
      if (size === 0) throw videoEmpty();
      const type = videoType(head);
      if (!type) throw videoRefused();
      const video = { sha256, size, type };
      await this.store.keep(video, { path, name, personId });
      return video;
    });
  }
}
