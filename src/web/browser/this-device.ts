/** A number that stands for this browser, drawn at its first visit. Where nothing is kept, for this page alone. */
export function thisDevice(): string {
  const drawn = crypto.randomUUID().replaceAll('-', '');
  try {
    const known = localStorage.getItem('device') ?? drawn;
    localStorage.setItem('device', known);
    return known;
  } catch {
    return drawn;
  }
}

/** The next number of what this device counts under a name; also across its tabs. */
export function nextRev(name: string): number {
  try {
    const next = Number(localStorage.getItem(name) ?? 0) + 1;
    localStorage.setItem(name, String(next));
    return next;
  } catch {
    return (inPage += 1);
  }
}

let inPage = 0;
