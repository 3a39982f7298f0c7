import { DefinitionList, Timeline } from '../../../web/index.js';
import { jurisdictionName } from '../jurisdictions.js';
import type { Licence, LicenceEvent } from '../licence.queries.js';
import { eventWord } from '../status-words.js';

/** What a licence says, as it was typed. */
export const LicenceFacts = ({ licence }: { licence: Licence }): JSX.Element => (
  <DefinitionList
    items={[
      { term: 'Name on it', detail: <span safe>{licence.holderName}</span> },
      { term: 'Profession', detail: <span safe>{licence.professionTitle}</span> },
      { term: 'Given in', detail: <span safe>{jurisdictionName(licence.jurisdiction)}</span> },
      { term: 'Number', detail: <span safe>{licence.number}</span> },
      { term: 'Stands until', detail: <span safe>{`the end of ${licence.expiresOn} (UTC)`}</span> },
      ...(licence.npi ? [{ term: 'NPI', detail: <span safe>{licence.npi}</span> }] : []),
      ...(licence.checkedOn ? [{ term: 'Last looked at', detail: <span safe>{licence.checkedOn}</span> }] : []),
    ]}
  />
);

/** What happened to a licence. */
export const LicenceHistory = ({ events }: { events: LicenceEvent[] }): JSX.Element => (
  <Timeline events={events.map(({ at, kind, note }) => ({ at, title: eventWord(kind), text: note }))} />
);
