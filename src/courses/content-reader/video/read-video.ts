import type { z } from 'zod';
import { headLength, pictureAddress, pictureFacts, sha256Of, videoType } from '../../../media/index.js';
import { readText } from '../content-file.js';
import { filesAt, type Place } from '../content-files.js';
import type { Problems } from '../content-problem.js';
import { readCues } from './read-cues.js';
import type { Captions, Cue, Video } from './video.js';
import type { videoSchema } from './video-schema.js';

type Named = z.output<typeof videoSchema>;
/** Tells of a problem in the lesson, at the key that it is about. */
type Refuse = (path: PropertyKey[], message: string) => void;

const largest = 8_000_000;

/** The video that a lesson names, its captions and chapters checked. Undefined when something of it was refused. */
export async function readVideo(
  place: Place,
  base: string,
  named: Named,
  refuse: Refuse,
  problems: Problems,
): Promise<Video | undefined> {
  const before = problems.count;
  const sha256 = named.sha256 ?? (await hashOf(place, base, named.file!, refuse));
  const poster = named.poster ? await posterOf(place, base, named.poster, refuse) : null;
  const milliseconds = Math.ceil(named.seconds * 1000) + 500;
  const cues = async (path: PropertyKey[], file: string, withMarks: boolean): Promise<Cue[]> => {
    if (!Buffer.isBuffer(await filesAt(place).read(`${base}/${file}`, largest)))
      return refuse(path, `There is no file ${file}.`) ?? [];
    const text = await readText(place, `${base}/${file}`, problems);
    const read = readCues(text ?? '', { milliseconds, withMarks });
    if (text !== undefined) problems.addAll(`${base}/${file}`, read.problems);
    return read.cues;
  };
  const captions: Captions[] = [];
  for (const [at, { language, label, file }] of named.captions.entries()) {
    if (captions.some((each) => each.language === language))
      refuse(['captions', at, 'language'], 'There are captions in this language already.');
    captions.push({ language, label, cues: await cues(['captions', at, 'file'], file, true) });
  }
  const chapters = named.chapters ? await cues(['chapters'], named.chapters, false) : [];
  if (problems.count > before) return undefined;
  const { title, seconds, watch, skip } = named;
  return { title, sha256: sha256!, seconds, poster, captions, chapters, watch, skip };
}

async function hashOf(place: Place, base: string, file: string, refuse: Refuse): Promise<string | void> {
  const bytes = await filesAt(place).read(`${base}/${file}`, largest);
  if (bytes === undefined) return refuse(['file'], `There is no video ${file}.`);
  if (bytes === 'too large')
    return refuse(['file'], 'A video among the files of a course has at most 8 MB: upload it and name its hash.');
  const type = videoType(bytes.subarray(0, headLength));
  if (type !== `video/${file.split('.').at(-1)}`)
    return refuse(['file'], 'This is not the kind of video that its name says.');
  return sha256Of(bytes);
}

async function posterOf(place: Place, base: string, name: string, refuse: Refuse): Promise<string | null> {
  const bytes = await filesAt(place).read(`${base}/pictures/${name}`, largest);
  const facts = Buffer.isBuffer(bytes) ? await pictureFacts(bytes) : undefined;
  if (!Buffer.isBuffer(bytes) || !facts) return refuse(['poster'], `There is no picture pictures/${name}.`) ?? null;
  return pictureAddress(sha256Of(bytes), facts.mediaType);
}
