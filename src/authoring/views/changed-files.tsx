import type { ChangedFile } from '../review/changed-files.js';
import { TextDiff } from './text-diff.js';

interface ChangedFilesProps {
  changed: ChangedFile[];
  words: { before: string; after: string };
}

/** What differs, file by file. */
export function ChangedFiles({ changed, words }: ChangedFilesProps): JSX.Element {
  if (changed.length === 0) return <p>Nothing differs.</p>;
  return (
    <>
      {changed.map((file) => (
        <section class="diff-file" aria-label={file.path}>
          <h3 safe>{file.path}</h3>
          <OneFile file={file} words={words} />
        </section>
      ))}
    </>
  );
}

function OneFile({ file, words }: { file: ChangedFile; words: ChangedFilesProps['words'] }): JSX.Element {
  if (!file.isText)
    return <p>{file.before === null ? 'A new picture.' : file.after === null ? 'Removed.' : 'Another picture.'}</p>;
  if (file.after === null) return <p>This file is removed.</p>;
  return (
    <>
      {file.before === null ? <p>This file is new.</p> : ''}
      <TextDiff before={file.before ?? ''} after={file.after} words={words} />
    </>
  );
}
