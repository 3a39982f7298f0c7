import { Time } from '../../web/index.js';
import type { FileSave } from '../files/file.queries.js';

const words: Record<FileSave['how'], string> = {
  begun: 'as the draft began',
  written: 'written',
  merged: 'brought together',
  outline: 'by the outline',
  imported: 'imported',
  taken_in: 'taken in from an edition',
  picture: 'a picture',
};

/** Every save of a file: each can be looked at and brought back. */
export function Saves({ address, saves }: { address: string; saves: Omit<FileSave, 'bytes'>[] }): JSX.Element {
  return (
    <details class="draft-saves">
      <summary safe>{saves.length === 1 ? 'One save' : `${saves.length} saves`}</summary>
      <ol>
        {saves.map(({ rev, by, at, how }) => (
          <li>
            <a href={`${address}&rev=${rev}`} safe>{`Save ${rev}`}</a> <span safe>{`${words[how]}, ${by}, `}</span>
            <Time at={at} />
          </li>
        ))}
      </ol>
    </details>
  );
}
