import { formatDay } from '../../../courses/index.js';
import { DefinitionList } from '../../../web/index.js';
import type { Procedure } from '../../procedures/procedures.js';
import { totalOf } from '../../sign-offs/entry-words.js';
import type { EntryContent } from '../entry.schemas.js';

interface Props {
  performedOn: string;
  content: EntryContent;
  procedure: Procedure;
}

/** What an entry says, in words. */
export function EntryFacts({ performedOn, content, procedure }: Props): JSX.Element {
  const facts: [string, string][] = [
    ['Day and place', `${formatDay(performedOn)}, ${content.place}`],
    ['Patient', `${content.ageBand} years`],
    ['Indication', content.indication],
    ['Product and lot', `${content.product}, lot ${content.lot}${content.dilution ? `, ${content.dilution}` : ''}`],
    [
      'Dose',
      `${totalOf(content.points)} ${procedure.unit} at ${content.points.length} ${content.points.length === 1 ? 'point' : 'points'}`,
    ],
    ['Complications', content.complications],
  ];
  return <DefinitionList items={facts.map(([term, detail]) => ({ term, detail: <span safe>{detail}</span> }))} />;
}
