/** What a lesson says of its video, as the edition keeps it. */
export interface Video {
  title: string;
  /** Of its bytes. */
  sha256: string;
  seconds: number;
  /** The address of the picture shown before it begins. */
  poster: string | null;
  captions: Captions[];
  chapters: Cue[];
  /** Percent of it that have to be seen before the lesson is complete; 0 when nothing has to. */
  watch: number;
  /** Whether one may go forward over what was not seen yet. */
  skip: boolean;
}

export interface Captions {
  /** `en`, `es-MX` */
  language: string;
  label: string;
  cues: Cue[];
}

/** What is said between two moments, in milliseconds. */
export interface Cue {
  start: number;
  end: number;
  /** With the marks of WebVTT: voices, italics, characters spelt as entities. */
  text: string;
  /** Where on the picture, in WebVTT's words. */
  settings?: string;
}
