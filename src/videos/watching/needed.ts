import type { Video } from '../../courses/index.js';

/** The last moments of a video are seldom played to the end of their last picture. Milliseconds. */
const tail = 1_500;

/** Milliseconds of it that have to be seen before its lesson is complete. */
export const neededOf = ({ watch, seconds }: Pick<Video, 'watch' | 'seconds'>): number => {
  const length = Math.round(seconds * 1000);
  return Math.max(0, Math.min(Math.ceil((length * watch) / 100), length - tail));
};
