// The keys of people who watch much. They are heard within the player alone, so that nobody meets them by accident.

interface Acts {
  toggle(): void;
  seek(by: number): void;
  captions(): void;
  fullScreen(): void;
  sound(): void;
}

const writing = 'input, textarea, select, [contenteditable]';
/** What answers the space bar and arrows itself. */
const ownKeys = 'button, a, summary, video';

export function hearKeys(player: HTMLElement, acts: Acts): void {
  player.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(writing)) return;
    const act = actOf(event.key, target, acts);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf(key: string, target: HTMLElement, acts: Acts): (() => void) | undefined {
  switch (key.toLowerCase()) {
    case 'k':
      return acts.toggle;
    case ' ':
      return target.closest(ownKeys) ? undefined : acts.toggle;
    case 'j':
      return () => acts.seek(-10);
    case 'l':
      return () => acts.seek(10);
    case 'arrowleft':
      return () => acts.seek(-5);
    case 'arrowright':
      return () => acts.seek(5);
    case 'c':
      return acts.captions;
    case 'f':
      return acts.fullScreen;
    case 'm':
      return acts.sound;
    default:
      return undefined;
  }
}
