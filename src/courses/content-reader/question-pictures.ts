import { type AuthoredPicture, type AuthoredQuestion, pictureId, type PictureFile } from '../../questions/index.js';
import { readText } from './content-file.js';
import { filesAt, type Place } from './content-files.js';
import type { Problems } from './content-problem.js';

type Stored = Extract<AuthoredPicture, { id: string }>;

/** The drawings that questions show, `drawings/*.svg` of the content folder, by file name. */
export class QuestionPictures {
  private readonly byFile = new Map<string, Omit<Stored, 'alt'> & { file: PictureFile }>();

  static async read(folder: Place, problems: Problems): Promise<QuestionPictures> {
    const pictures = new QuestionPictures();
    const names = (await filesAt(folder).list('drawings')).map(({ name }) => name);
    for (const name of names.filter((each) => each.endsWith('.svg')).sort()) {
      const text = await readText(folder, `drawings/${name}`, problems);
      const size = text && /viewBox="0 0 (\d+) (\d+)"/.exec(text);
      if (size) pictures.add(name, text, Number(size[1]), Number(size[2]));
      else if (text)
        problems.add(`drawings/${name}`, 1, 'The drawing needs a viewBox of two whole numbers: "0 0 800 600".');
    }
    return pictures;
  }

  get files(): PictureFile[] {
    return [...this.byFile.values()].map(({ file }) => file);
  }

  /** The questions with their pictures by id; a file that is not there is a problem. */
  of<Q extends AuthoredQuestion>(questions: Q[], missing: (at: number, message: string) => void): Q[] {
    return questions.map((question, at) => {
      const shown = this.found(question, (message) => missing(at, message));
      if (shown.type !== 'vignette') return shown;
      const parts = (shown.parts as object[]).map((part) => this.found(part, (message) => missing(at, message)));
      return { ...shown, parts };
    });
  }

  private found<Q extends { picture?: AuthoredPicture | undefined }>(
    question: Q,
    missing: (message: string) => void,
  ): Q {
    const { picture } = question;
    if (!picture || !('file' in picture)) return question;
    const known = this.byFile.get(picture.file);
    if (!known) missing(`There is no drawing drawings/${picture.file}.`);
    const { id, width, height } = known ?? { id: '', width: 1, height: 1 };
    return { ...question, picture: { id, alt: picture.alt, width, height } };
  }

  private add(name: string, text: string, width: number, height: number): void {
    const bytes = Buffer.from(text);
    this.byFile.set(name, { id: pictureId(bytes), width, height, file: { mediaType: 'image/svg+xml', bytes } });
  }
}
