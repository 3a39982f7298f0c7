import type { Standard } from '../manifest/manifest.js';

/** What a package says of itself, by the names of its standard: `cmi.core.lesson_status`. */
export type SavedData = Record<string, string>;

/** What we make of it. A package may say anything: what makes no sense is left out. */
export interface ReadState {
  completed: boolean;
  passed: boolean | null;
  /** Of 1. */
  score: number | null;
  seconds: number;
}

/** `total_time` stands for all sittings together. */
export function readState(standard: Standard, data: SavedData): ReadState {
  return standard === 'scorm-1.2' ? of12(data) : of2004(data);
}

function of12(data: SavedData): ReadState {
  const status = data['cmi.core.lesson_status'] ?? '';
  const passed = status === 'passed' ? true : status === 'failed' ? false : null;
  return {
    completed: status === 'completed' || status === 'passed',
    passed,
    score: share(data['cmi.core.score.raw'], data['cmi.core.score.min'], data['cmi.core.score.max'] || '100'),
    seconds: clockSeconds(data['cmi.core.total_time'] ?? ''),
  };
}

function of2004(data: SavedData): ReadState {
  const success = data['cmi.success_status'];
  const passed = success === 'passed' ? true : success === 'failed' ? false : null;
  const scaled = number(data['cmi.score.scaled']);
  return {
    completed: data['cmi.completion_status'] === 'completed' && passed !== false,
    passed,
    score:
      scaled === null
        ? share(data['cmi.score.raw'], data['cmi.score.min'], data['cmi.score.max'])
        : scaled >= 0 && scaled <= 1
          ? scaled
          : null,
    seconds: durationSeconds(data['cmi.total_time'] ?? ''),
  };
}

const number = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d{1,9}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;

function share(raw: string | undefined, min: string | undefined, max: string | undefined): number | null {
  const [value, from, to] = [number(raw), number(min) ?? 0, number(max)];
  if (value === null || to === null || to <= from || value < from || value > to) return null;
  return (value - from) / (to - from);
}

const longest = 2_000_000_000;
const whole = (seconds: number) => Math.min(longest, Math.floor(seconds));

/** `0001:30:15.5` */
function clockSeconds(text: string): number {
  const parts = /^(\d{1,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text);
  return parts ? whole(Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])) : 0;
}

/** `P1DT2H3M4.5S`; years and months as long as they are on average. */
function durationSeconds(text: string): number {
  const parts =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(
      text,
    );
  if (!parts) return 0;
  const lengths = [31_556_952, 2_629_746, 86_400, 3_600, 60, 1];
  return whole(lengths.reduce((sum, length, at) => sum + length * Number(parts[at + 1] ?? 0), 0));
}
