import { invalidField, notFound } from '../shared/index.js';

export const noVideo = () => notFound('video');

export const videoRefused = () =>
  invalidField('file', 'This is neither an MP4 nor a WebM video that every browser plays.', 'video_refused');

export const videoTooLarge = (most: number) =>
  invalidField('file', `The file is larger than ${most / 1_000_000} MB.`, 'file_too_large');

export const videoEmpty = () => invalidField('file', 'The file is empty.', 'file_empty');
