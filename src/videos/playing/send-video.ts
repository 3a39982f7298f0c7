import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { KeptVideo, VideoStore } from '../../media/index.js';

/** The whole, or the part that was asked for, piece by piece as the other end takes it. */
export async function sendVideo(
  request: Request,
  response: Response,
  video: KeptVideo,
  store: VideoStore,
): Promise<void> {
  const { sha256, size, type } = video;
  const tag = `"${sha256}"`;
  response.setHeader('content-type', type);
  // Kept by the browser, but asked for anew each time: access may have ended.
  response.set({ 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache', etag: tag });
  response.set('content-security-policy', "default-src 'none'; sandbox");
  if (request.headers['if-none-match'] === tag) return void response.status(304).end();
  const part = askedPart(request, size, tag);
  if (part === 'none') return void response.status(416).set('content-range', `bytes */${size}`).end();
  const { start, end } = part ?? { start: 0, end: size - 1 };
  if (part) response.status(206).set('content-range', `bytes ${start}-${end}/${size}`);
  response.setHeader('content-length', end - start + 1);
  if (request.method === 'HEAD') return void response.end();
  // Whoever leaves ends the reading; there is nobody left to tell.
  await pipeline(Readable.from(store.read(sha256, start, end)), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** One part of it; undefined for the whole, `none` when there is no such part. Several parts at once are not served. */
function askedPart(request: Request, size: number, tag: string): { start: number; end: number } | 'none' | undefined {
  const onlyIf = request.headers['if-range'];
  if (onlyIf !== undefined && onlyIf !== tag) return undefined;
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return 'none';
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
}
