/** `<lesson-video>`: makes each line of the chapters and of the transcript a way to its moment, and shows where one is. */
class LessonVideo extends HTMLElement {
  connectedCallback(): void {
    const video = this.querySelector('video');
    if (!video) return;
    const lines = [...this.querySelectorAll<HTMLElement>('.video-lines > li')];
    for (const line of lines) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'video-line';
      button.append(...line.querySelector('.video-line')!.childNodes);
      line.replaceChildren(button);
      button.addEventListener('click', () => {
        video.currentTime = Number(line.dataset.start) / 1000;
        void video.play().catch(() => undefined);
      });
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
  }
}

customElements.define('lesson-video', LessonVideo);

export {};
