import { hearKeys } from './video-keys.js';
import { wireLines } from './video-lines.js';
import { type Kept, type Told, VideoWatch } from './video-watch.js';

/** `<lesson-video data-api data-told>`: goes on where one was, counts what is seen, and adds what the browser's player lacks. */
class LessonVideo extends HTMLElement {
  private video!: HTMLVideoElement;
  private told!: Told;
  private watch!: VideoWatch;

  connectedCallback(): void {
    this.video = this.querySelector('video')!;
    this.told = JSON.parse(this.dataset.told!) as Told;
    this.watch = new VideoWatch(this.video, this.dataset.api!, this.told.seen, (kept) => this.heard(kept));
    this.goOn();
    this.wireControls();
    wireLines(this, this.video, (seconds) => {
      this.video.currentTime = seconds;
      void this.video.play().catch(() => undefined);
    });
    this.video.addEventListener('seeking', () => this.holdBack());
    hearKeys(this, {
      toggle: () => void (this.video.paused ? this.video.play().catch(() => undefined) : this.video.pause()),
      seek: (by) => (this.video.currentTime = Math.max(0, this.video.currentTime + by)),
      captions: () => this.toggleCaptions(),
      fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : this.video.requestFullscreen()),
      sound: () => (this.video.muted = !this.video.muted),
    });
    this.dataset.ready = '';
  }

  private goOn(): void {
    const { position, length } = this.told;
    if (position < 1_000 || position > length - 2_000) return this.watch.begin();
    const start = () => {
      this.video.addEventListener('seeked', () => this.watch.begin(), { once: true });
      this.video.currentTime = position / 1000;
      this.say(`Goes on at ${moment(position)}, where you were.`);
    };
    if (this.video.readyState > 0) start();
    else this.video.addEventListener('loadedmetadata', start, { once: true });
  }

  private holdBack(): void {
    if (this.told.skip) return;
    const { reach } = this.watch;
    if (this.video.currentTime * 1000 <= reach + 1_000) return;
    this.video.currentTime = reach / 1000;
    this.say(`You can go forward as far as you have seen: ${moment(reach)}.`);
  }

  private wireControls(): void {
    const controls = this.querySelector<HTMLElement>('.video-controls')!;
    const speed = controls.querySelector('select')!;
    controls.hidden = false;
    this.video.playbackRate = this.video.defaultPlaybackRate = this.told.speed;
    speed.value = String(this.told.speed);
    speed.addEventListener('change', () => (this.video.playbackRate = Number(speed.value)));
    this.video.addEventListener('ratechange', () => {
      // The browser's own menu may go beyond what counts.
      this.video.playbackRate = Math.min(2, Math.max(0.5, this.video.playbackRate));
      speed.value = String(this.video.playbackRate);
    });
    const picture = controls.querySelector<HTMLElement>('.video-pip')!;
    picture.hidden = !document.pictureInPictureEnabled;
    picture.querySelector('button')!.addEventListener('click', () => {
      if (document.pictureInPictureElement) void document.exitPictureInPicture();
      else void this.video.requestPictureInPicture().catch(() => this.say('Begin the video first.'));
    });
  }

  private toggleCaptions(): void {
    const tracks = [...this.video.textTracks].filter(({ kind }) => kind === 'captions');
    const shown = tracks.find(({ mode }) => mode === 'showing');
    for (const track of tracks) track.mode = 'disabled';
    if (!shown && tracks[0]) tracks[0].mode = 'showing';
    this.say(shown ? 'Captions are off.' : 'Captions are on.');
  }

  private heard({ seenFor, needed, completed }: Kept): void {
    const seen = this.querySelector<HTMLElement>('.video-seen')!;
    seen.hidden = needed === 0;
    seen.textContent = completed ? 'The lesson is complete.' : `Seen so far: ${moment(seenFor)} of ${moment(needed)}.`;
    if (!completed || this.told.completed) return;
    this.told.completed = true;
    this.say('The lesson is complete.');
    const act = document.querySelector('.video-act');
    if (!act) return;
    act.querySelector('p')!.textContent = 'You have seen enough of the video: the lesson is complete.';
    act.querySelector('a')!.hidden = false;
  }

  private say(words: string): void {
    this.querySelector('.video-status')!.textContent = words;
  }
}

function moment(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

customElements.define('lesson-video', LessonVideo);
