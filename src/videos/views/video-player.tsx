import { plainCue, type Captions, type Cue, type Video } from '../../courses/index.js';

interface PlayerProps {
  video: Video;
  /** Of its lesson. */
  address: string;
}

/** The browser's own player, its chapters, and all that is said in it as text. A script makes each line a way to its moment. */
export function VideoPlayer({ video, address }: PlayerProps): JSX.Element {
  const { title, poster, captions, chapters } = video;
  return (
    <section class="video" aria-labelledby="video-title">
      <h2 id="video-title" safe>
        {title}
      </h2>
      <lesson-video>
        <video controls playsinline preload="metadata" poster={poster ?? undefined} aria-labelledby="video-title">
          <source src={`${address}/video`} />
          {captions.map(({ language, label }, at) => (
            <track
              kind="captions"
              src={`${address}/captions/${language}`}
              srclang={language}
              label={label}
              default={at === 0 ? '' : undefined}
            />
          ))}
          {chapters.length > 0 ? <track kind="chapters" src={`${address}/chapters`} label="Chapters" /> : ''}
        </video>
        {chapters.length > 0 ? <Chapters chapters={chapters} /> : ''}
        {captions.map((each, at) => (
          <Transcript captions={each} open={at === 0 && captions.length > 1} />
        ))}
      </lesson-video>
    </section>
  );
}

const Chapters = ({ chapters }: { chapters: Cue[] }): JSX.Element => (
  <nav class="video-chapters" aria-label="Chapters">
    <h3>Chapters</h3>
    <Lines cues={chapters} />
  </nav>
);

const Transcript = ({ captions, open }: { captions: Captions; open: boolean }): JSX.Element => (
  <details class="video-transcript" open={open}>
    <summary safe>{`Transcript, ${captions.label}`}</summary>
    <div lang={captions.language}>
      <Lines cues={captions.cues} />
    </div>
  </details>
);

const Lines = ({ cues }: { cues: Cue[] }): JSX.Element => (
  <ol class="video-lines">
    {cues.map(({ start, end, text }) => (
      <li data-start={String(start)} data-end={String(end)}>
        <span class="video-line">
          <span class="video-moment" safe>
            {moment(start)}
          </span>{' '}
          <span safe>{plainCue(text)}</span>
        </span>
      </li>
    ))}
  </ol>
);

/** `1:04`, `1:02:09` */
export function moment(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
