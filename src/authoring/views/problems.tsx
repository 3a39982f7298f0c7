import type { Problem } from '../../courses/index.js';
import { Alert } from '../../web/index.js';
import { fileAddress } from '../author-address.js';

/** What is wrong, as the importer says it: each with its file and line. */
export function Problems({ draft, problems }: { draft: string; problems: Problem[] }): JSX.Element {
  if (problems.length === 0)
    return (
      <Alert kind="success">
        <p>Every file can be read. Nothing stands against publishing.</p>
      </Alert>
    );
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  return (
    <Alert kind="warning" title={`${count} to solve before it can be published`}>
      <ul class="draft-problems">
        {problems.slice(0, 50).map(({ file, line, message }) => (
          <li>
            <a href={fileAddress(draft, file)} safe>{`${file}, line ${line}`}</a>
            {': '}
            <span safe>{message}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The same beside the text they are in: a line leads to its place where a script can lead there. */
export function ProblemsHere({ problems, bodyLine = 1 }: { problems: Problem[]; bodyLine?: number }): JSX.Element {
  return (
    <div class="draft-problems-here" role="status" data-first={String(bodyLine)}>
      {problems.length === 0 ? (
        <p class="draft-well">Nothing wrong here.</p>
      ) : (
        <ul class="draft-problems">
          {problems.map(({ line, message }) => (
            <li>
              <button type="button" class="link-button" data-line={String(line)} safe>
                {`Line ${line}`}
              </button>
              {': '}
              <span safe>{message}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
