// On the packages' own address: gives a package the interface it looks for, keeps what it commits until our page says
// that it is stored, and sends it again after the page was left or the connection was lost.
import type { FromFrame, Opened, ToFrame } from './package-words.js';

interface Runtime {
  loadFromFlattenedJSON(data: Record<string, string>): void;
}
type RuntimeClass = new (settings: object, http: object) => Runtime;
interface Kept {
  follows: number;
  data: Record<string, string>;
}

const parentOrigin = document.documentElement.dataset.parent!;
const say = (words: FromFrame) => parent.postMessage(words, parentOrigin);
const largest = 300_000;

let opened: Opened | undefined;
let sco: HTMLIFrameElement | undefined;
let seq = 0;
/** The learner goes on from what another device saved: what this one still says is not kept. */
let isDropped = false;

const keptAs = () => `package ${opened!.registration} ${opened!.item}`;
function keep(kept: Kept | undefined): void {
  try {
    if (kept) localStorage.setItem(keptAs(), JSON.stringify(kept));
    else localStorage.removeItem(keptAs());
  } catch {
    // Without storage our page holds it as long as it is open.
  }
}
function kept(): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keptAs()) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What changed nothing is left out, and so is who the learner is. */
function worthKeeping(flat: Record<string, unknown>): Record<string, string> {
  const ours = /^cmi\.(core\.student_(id|name)|learner_(id|name)|(core\.)?session_time|(core\.)?entry)$/;
  const entries = Object.entries(flat).filter(
    ([name, value]) => typeof value !== 'object' && value !== '' && !ours.test(name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Takes the place of the library's own way to the network: true means kept here and on its way. */
const queue = {
  updateSettings() {},
  processHttpRequest(_url: string, flat: Record<string, unknown>) {
    const data = worthKeeping(flat);
    if (JSON.stringify(data).length > largest)
      return { result: 'false', errorCode: opened!.standard === 'scorm-1.2' ? 101 : 391 };
    commit(data);
    return { result: 'true', errorCode: 0 };
  },
};

function commit(data: Record<string, string>): void {
  if (isDropped) return;
  seq += 1;
  keep({ follows: opened!.rev, data });
  say({ packages: 'commit', seq, follows: opened!.rev, data });
}

function startingData({
  standard,
  learner,
  mastery,
  launchData,
  timeAllowed,
  timeLimitAction,
  data,
}: Opened): Record<string, string> {
  const goesOn = Object.keys(data).length > 0;
  const suspended =
    /suspend/.test(data['cmi.core.exit'] ?? data['cmi.exit'] ?? '') || Boolean(data['cmi.suspend_data']);
  const entry = goesOn ? (suspended ? 'resume' : '') : 'ab-initio';
  const given: Record<string, string> =
    standard === 'scorm-1.2'
      ? {
          ...{ 'cmi.core.student_id': learner.id, 'cmi.core.student_name': learner.name, 'cmi.core.credit': 'credit' },
          ...{ 'cmi.core.entry': entry, 'cmi.core.lesson_mode': 'normal', 'cmi.launch_data': launchData },
          ...{ 'cmi.student_data.mastery_score': mastery, 'cmi.student_data.max_time_allowed': timeAllowed },
          ...{ 'cmi.student_data.time_limit_action': timeLimitAction },
        }
      : {
          ...{ 'cmi.learner_id': learner.id, 'cmi.learner_name': learner.name, 'cmi.credit': 'credit' },
          ...{ 'cmi.entry': entry, 'cmi.mode': 'normal', 'cmi.launch_data': launchData },
          ...{ 'cmi.scaled_passing_score': mastery, 'cmi.time_limit_action': timeLimitAction },
        };
  // How the last sitting ended says nothing of this one.
  const { 'cmi.exit': _exit, 'cmi.core.exit': _coreExit, ...saved } = data;
  return { ...saved, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) };
}

function open(told: Opened): void {
  opened = told;
  const unsent = kept();
  if (unsent) {
    opened.data = unsent.data;
    seq += 1;
    say({ packages: 'commit', seq, follows: unsent.follows, data: unsent.data });
  }
  if (opened.reports) provide(opened);
  else commit({ 'cmi.opened': 'true' });
  sco = document.createElement('iframe');
  sco.title = document.title;
  sco.setAttribute('allow', 'fullscreen; autoplay');
  sco.src = opened.launch;
  document.body.append(sco);
}

function provide(told: Opened): void {
  const is12 = told.standard === 'scorm-1.2';
  const classes = window as unknown as Record<string, RuntimeClass | Runtime>;
  const Class = classes[is12 ? 'Scorm12API' : 'Scorm2004API'] as RuntimeClass;
  const settings = {
    lmsCommitUrl: 'queue',
    dataCommitFormat: 'flattened',
    alwaysSendTotalTime: true,
    autocommit: true,
  };
  const api = new Class({ ...settings, autocommitSeconds: 20, logLevel: 'NONE' }, queue);
  api.loadFromFlattenedJSON(startingData(told));
  classes[is12 ? 'API' : 'API_1484_11'] = api;
}

/** Takes the package away, so that it ends its sitting as it does when a window closes. */
function leave(): void {
  if (!sco) return say({ packages: 'left' });
  sco.addEventListener('load', () => say({ packages: 'left' }), { once: true });
  sco.src = 'about:blank';
}

addEventListener('message', ({ origin, source, data }: MessageEvent<ToFrame>) => {
  if (origin !== parentOrigin || source !== parent) return;
  if (data.packages === 'open' && !opened) open(data.opened);
  if (data.packages === 'leave') leave();
  if (!opened) return;
  if (data.packages === 'drop') {
    isDropped = true;
    keep(undefined);
  }
  if (data.packages !== 'saved') return;
  opened.rev = data.rev;
  const waiting = kept();
  if (data.seq === seq) keep(undefined);
  else if (waiting) keep({ ...waiting, follows: data.rev });
});

say({ packages: 'ready' });
