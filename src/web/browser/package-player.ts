// The page in which a package plays: hears what its frame commits, stores it, and says whether it is stored.
import type { FromFrame, Opened, ToFrame } from './package-words.js';

type Commit = Extract<FromFrame, { packages: 'commit' }>;

const player = document.querySelector<HTMLElement>('[data-package]')!;
const frame = player.querySelector('iframe')!;
const state = document.querySelector<HTMLElement>('.package-saved')!;
const conflict = document.querySelector<HTMLElement>('.package-conflict')!;
const opened = JSON.parse(player.dataset.package!) as Opened;
const address = `/api/package-registrations/${opened.registration}/state`;
const frameOrigin = new URL(player.dataset.frame!).origin;
/** Between two saves; a package may commit as often as it likes. */
const pause = 1_000;
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' });

let waiting: Commit | undefined;
let isSending = false;
let hasStopped = false;
let failures = 0;
let rev = opened.rev;
let leavingTo: string | undefined;
let timer: number | undefined;

const tell = (words: ToFrame) => frame.contentWindow?.postMessage(words, frameOrigin);
function show(text: string, kind: 'saved' | 'unsaved'): void {
  state.dataset.state = kind;
  if (state.textContent !== text) state.textContent = text;
}

addEventListener('message', ({ origin, source, data }: MessageEvent<FromFrame>) => {
  if (origin !== frameOrigin || source !== frame.contentWindow) return;
  if (data.packages === 'ready') tell({ packages: 'open', opened });
  if (data.packages === 'commit') {
    // What was kept on this device before somebody went on elsewhere is refused by its number.
    if (data.follows < rev && data.seq === 1) rev = data.follows;
    waiting = data;
    send();
  }
  if (data.packages === 'left') go();
});

function send(): void {
  if (!waiting || isSending || hasStopped || timer !== undefined) return;
  void sendNow(waiting);
}

function later(milliseconds: number): void {
  timer = setTimeout(() => {
    timer = undefined;
    send();
    go();
  }, milliseconds);
}

async function sendNow(commit: Commit): Promise<void> {
  isSending = true;
  show('Saving …', 'unsaved');
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item: opened.item, rev, data: commit.data }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined);
  if (answer?.ok) await stored(commit, answer);
  else if (answer?.status === 409) await movedOn(answer);
  else if (answer && [401, 403, 404, 400, 422].includes(answer.status)) stop(answer.status);
  else retry(answer);
  // Not before the number of this save is known, which the next one follows.
  isSending = false;
}

async function stored(commit: Commit, answer: Response): Promise<void> {
  const saved = (await answer.json()) as { rev: number; completed: boolean; finished: boolean };
  ({ rev } = saved);
  failures = 0;
  if (waiting === commit) waiting = undefined;
  tell({ packages: 'saved', seq: commit.seq, rev });
  show(`${saved.finished ? 'Finished. ' : ''}Saved ${clock.format()}`, 'saved');
  document.querySelector<HTMLElement>('.package-next')!.hidden = !saved.completed;
  later(pause);
}

function retry(answer: Response | undefined): void {
  failures += 1;
  show('Not saved yet, retrying. It is kept on this device.', 'unsaved');
  const asked = Number(answer?.headers.get('retry-after')) * 1_000;
  later(asked || Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5)));
}

/** Nothing is stored any more until the page is opened again; what was not stays with the frame. */
function stop(status: number): void {
  hasStopped = true;
  const reasons: Record<number, string> = {
    401: 'You are signed out. Sign in and open the package again.',
    404: 'The course is closed to you now.',
  };
  show(`${reasons[status] ?? 'This cannot be saved.'} What is not saved is kept on this device.`, 'unsaved');
}

async function movedOn(answer: Response): Promise<void> {
  const { stored: other } = (await answer.json()) as { stored: { rev: number; at: string } };
  hasStopped = true;
  show('Not saved: it was continued somewhere else.', 'unsaved');
  conflict.hidden = false;
  conflict.querySelector('time')!.textContent = clock.format(new Date(other.at));
  const [theirs, ours] = conflict.querySelectorAll('button');
  theirs!.onclick = () => {
    tell({ packages: 'drop' });
    setTimeout(() => location.reload(), 100);
  };
  ours!.onclick = () => {
    conflict.hidden = true;
    hasStopped = false;
    ({ rev } = other);
    send();
  };
}

/** Leaves once everything is stored; a second try leaves at once, what is not stored stays on this device. */
function go(): void {
  if (leavingTo && !waiting && !isSending) location.assign(leavingTo);
}
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
  link.addEventListener('click', (event) => {
    if (leavingTo || event.ctrlKey || event.metaKey || event.shiftKey || link.hash) return;
    event.preventDefault();
    leavingTo = link.href;
    tell({ packages: 'leave' });
    setTimeout(() => {
      if (waiting) show('Not saved yet. Leave again to go: it is kept on this device.', 'unsaved');
      go();
    }, 4_000);
  });
}

addEventListener('online', send);
addEventListener('pagehide', () => {
  if (!waiting || hasStopped) return;
  const body = JSON.stringify({ item: opened.item, rev, data: waiting.data });
  if (body.length < 60_000)
    void fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body, keepalive: true });
});

frame.src = player.dataset.frame!;
