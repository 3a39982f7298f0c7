import type { VideoType } from './video-type.js';

export interface KeptVideo {
  sha256: string;
  /** Bytes. */
  size: number;
  type: VideoType;
}

/** Where videos are kept, by what is in them. Nothing of it ever holds a whole one in memory. */
export abstract class VideoStore {
  abstract find(sha256: string): Promise<KeptVideo | undefined>;

  /** The bytes from `first` to `last`, both included, piece by piece as they are asked for. */
  abstract read(sha256: string, first: number, last: number): AsyncIterable<Buffer>;

  /** Takes a file from the disk, whole or not at all; what is there already stays. `name`: what people call it. */
  abstract keep(video: KeptVideo, told: { path: string; name: string; personId: string }): Promise<void>;
}
