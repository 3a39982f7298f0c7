import { cueTextRefused } from './cue-text.js';
import type { Cue } from './video.js';

interface Found {
  line: number;
  message: string;
}

const most = 5_000;
const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(String.raw`^${time}[ \t]+-->[ \t]+${time}(?:[ \t]+(\S.*?))?[ \t]*$`);
const setting =
  /^(align:(start|center|end|left|right)|(line|position|size):-?\d{1,3}(\.\d+)?%?(,(start|center|end))?)$/;

/** Reads WebVTT: cues in their order that never overlap, none beyond `milliseconds`. Without any problem, or with all. */
export function readCues(
  text: string,
  { milliseconds, withMarks }: { milliseconds: number; withMarks: boolean },
): { cues: Cue[]; problems: Found[] } {
  const problems: Found[] = [];
  const cues: Cue[] = [];
  const refuse = (line: number, message: string) => void problems.push({ line, message });
  for (const { line, lines } of blocksOf(text, refuse)) {
    if (/^NOTE(\s|$)/.test(lines[0]!)) continue;
    if (/^(STYLE|REGION)\s*$/.test(lines[0]!)) {
      refuse(line, 'Styles and regions are not allowed.');
      continue;
    }
    const at = lines[0]!.includes('-->') ? 0 : 1;
    const cue = cueOf(lines[at] ?? '', lines.slice(at + 1).join('\n'));
    const wrong = typeof cue === 'string' ? cue : misplaced(cue, cues.at(-1), milliseconds);
    if (wrong || typeof cue === 'string') refuse(line + Math.min(at, lines.length - 1), wrong!);
    else {
      const refused = cueTextRefused(cue.text, withMarks);
      if (refused) refuse(line + at + 1, refused);
      cues.push(cue);
    }
  }
  if (cues.length > most) refuse(1, `There are more than ${most} cues.`);
  if (cues.length === 0 && problems.length === 0) refuse(1, 'There is no cue.');
  return { cues, problems };
}

function cueOf(times: string, text: string): Cue | string {
  const found = timing.exec(times);
  if (!found) return 'Expected the times of a cue, as 00:01.000 --> 00:04.500.';
  const settings = found[9]?.split(/[ \t]+/) ?? [];
  const unknown = settings.find((each) => !setting.test(each));
  if (unknown) return `The setting ${unknown} is not known.`;
  const [start, end] = [millisecondsOf(found.slice(1, 5)), millisecondsOf(found.slice(5, 9))];
  return { start, end, text, ...(settings.length > 0 && { settings: settings.join(' ') }) };
}

function misplaced({ start, end }: Cue, before: Cue | undefined, milliseconds: number): string | undefined {
  if (end <= start) return 'The cue ends before it begins.';
  if (before && start < before.start) return 'The cue begins before the one above it.';
  if (before && start < before.end) return 'The cue begins before the one above it has ended.';
  return end > milliseconds ? 'The cue ends after the video.' : undefined;
}

const millisecondsOf = ([hours = '0', minutes, seconds, rest]: (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);

/** What stands between empty lines, below the first line. */
function blocksOf(text: string, refuse: (line: number, message: string) => void): { line: number; lines: string[] }[] {
  const [first = '', ...rest] = text.split('\n');
  if (!/^WEBVTT([ \t].*)?$/.test(first)) refuse(1, 'The file begins with WEBVTT.');
  const blocks: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | undefined;
  rest.forEach((line, index) => {
    if (line.trim() === '') open = undefined;
    else if (open) open.lines.push(line);
    else blocks.push((open = { line: index + 2, lines: [line] }));
  });
  return blocks;
}
