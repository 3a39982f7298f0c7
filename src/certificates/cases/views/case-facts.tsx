import { Badge, DefinitionList, Time } from '../../../web/index.js';
import { dueAt } from '../case.js';
import type { Case } from '../case.queries.js';
import { kindWords, statusBadges } from './words.js';

/** What a case is about and how it stands; the same for who opened it and for who decides. */
export function CaseFacts({ of: one }: { of: Case }): JSX.Element {
  const word = (term: string, text: string) => ({ term, detail: <span safe>{text}</span> });
  return (
    <DefinitionList
      items={[
        word('Kind', kindWords[one.kind]),
        { term: 'Status', detail: <Badge {...statusBadges[one.status]} /> },
        word('Certification', one.certification),
        ...(one.number
          ? [
              {
                term: 'Certificate',
                detail: (
                  <a href={`/verify/${one.number}`} safe>
                    {one.number}
                  </a>
                ),
              },
            ]
          : []),
        { term: 'Opened', detail: <Time at={one.openedAt} /> },
        one.closedAt
          ? { term: 'Closed', detail: <Time at={one.closedAt} /> }
          : { term: 'Answer by', detail: <Time at={dueAt(one.openedAt)} date /> },
        ...(one.wanted ? [word('Name wanted', one.wanted)] : []),
        word('What was written', one.text),
        ...(one.answer ? [word('Answer', one.answer)] : []),
      ]}
    />
  );
}
