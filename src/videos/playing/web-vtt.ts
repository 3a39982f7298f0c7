import type { Cue } from '../../courses/index.js';

/** Cues as a file of WebVTT. */
export const webVtt = (cues: Cue[]): string =>
  `WEBVTT\n\n${cues
    .map(({ start, end, text, settings }) => `${at(start)} --> ${at(end)}${settings ? ` ${settings}` : ''}\n${text}\n`)
    .join('\n')}`;

const at = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 23);
