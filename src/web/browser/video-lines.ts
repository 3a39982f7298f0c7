// The lines of chapters and transcripts: each leads to its moment, the one that is heard is marked, words are found.

export function wireLines(player: HTMLElement, video: HTMLVideoElement, go: (seconds: number) => void): void {
  const lines = [...player.querySelectorAll<HTMLElement>('.video-lines > li')];
  for (const line of lines) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'video-line';
    button.append(...line.querySelector('.video-line')!.childNodes);
    line.replaceChildren(button);
    button.addEventListener('click', () => go(Number(line.dataset.start) / 1000));
  }
  video.addEventListener('timeupdate', () => {
    const now = video.currentTime * 1000;
    for (const line of lines) {
      const isNow = Number(line.dataset.start) <= now && now < Number(line.dataset.end);
      const button = line.firstElementChild!;
      if (isNow) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  });
  for (const transcript of player.querySelectorAll<HTMLElement>('.video-transcript')) wireSearch(transcript);
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function wireSearch(transcript: HTMLElement): void {
  const search = transcript.querySelector<HTMLElement>('.video-search')!;
  const [input, found] = [search.querySelector('input')!, search.querySelector('.video-found')!];
  const lines = [...transcript.querySelectorAll<HTMLElement>('li')];
  search.hidden = false;
  input.addEventListener('input', () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    for (const line of lines) {
      const text = plain(line.textContent);
      line.hidden = !words.every((word) => text.includes(word));
    }
    const left = lines.filter((line) => !line.hidden).length;
    found.textContent = words.length === 0 ? '' : left === 1 ? '1 line' : `${left} lines`;
  });
}
