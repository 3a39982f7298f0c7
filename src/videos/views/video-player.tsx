import { plainCue, type Captions, type Cue, type Video } from '../../courses/index.js';
import { moment } from './moment.js';
import { VideoControls, VideoRules } from './video-controls.js';

/** How far the learner is, for the script of the page. Milliseconds. */
export interface ToldPlayer {
  length: number;
  position: number;
  speed: number;
  seen: (readonly [number, number])[];
  needed: number;
  skip: boolean;
  completed: boolean;
}

interface PlayerProps {
  video: Video;
  /** Of its lesson. */
  address: string;
  /** Where the player tells what was seen. */
  api: string;
  told: ToldPlayer;
}

/** The browser's own player, its chapters, and all that is said in it as text. A script makes each line a way to its moment. */
export function VideoPlayer({ video, address, api, told }: PlayerProps): JSX.Element {
  const { title, poster, captions, chapters } = video;
  return (
    <section class="video" aria-labelledby="video-title">
      <h2 id="video-title" safe>
        {title}
      </h2>
      <lesson-video data-api={api} data-told={JSON.stringify(told)}>
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
        <VideoRules video={video} told={told} />
        <VideoControls />
        {chapters.length > 0 ? <Chapters chapters={chapters} /> : ''}
        {captions.map((each, at) => (
          <Transcript captions={each} at={at} />
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

const Transcript = ({ captions, at }: { captions: Captions; at: number }): JSX.Element => (
  <details class="video-transcript">
    <summary safe>{`Transcript, ${captions.label}`}</summary>
    <div class="video-search" hidden>
      <label for={`video-search-${at}`}>Find in the transcript</label>
      <input class="input" type="search" id={`video-search-${at}`} autocomplete="off" />
      <p class="video-found" role="status">
        {''}
      </p>
    </div>
    <div class="video-said" lang={captions.language}>
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
