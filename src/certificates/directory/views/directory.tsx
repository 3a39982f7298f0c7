import { jurisdictionName } from '../../../eligibility/index.js';
import {
  Card,
  DefinitionList,
  EmptyState,
  Field,
  FilterBar,
  filterAddress,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Time,
} from '../../../web/index.js';
import { professionName } from '../../certifications/profession-name.js';
import type { DirectoryChoices, ListedHolder } from '../directory.queries.js';
import type { DirectoryFilter } from '../directory.schemas.js';

interface Props {
  page: PageContext;
  form: FormState;
  filter: DirectoryFilter;
  choices: DirectoryChoices;
  items: ListedHolder[];
  next: string | null;
}

/** The certified who want to be found. */
export function DirectoryView({ page, form, filter, choices, items, next }: Props): JSX.Element {
  return (
    <Layout page={page} title="Find a certified injector" width="reading" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Find a certified injector"
        lead="Everybody here chose to be listed, and every certification is valid at this moment."
      />
      <Search form={form} choices={choices} />
      {items.length === 0 ? (
        <EmptyState
          title="Nobody found"
          text="Not everybody who is certified is listed. A certificate can be verified by its number."
          icon="search"
        />
      ) : (
        ''
      )}
      {items.map((holder) => (
        <section class="section">
          <Holder holder={holder} />
        </section>
      ))}
      <Pagination nextHref={next ? filterAddress('/directory', { ...filter, after: next }) : undefined} />
    </Layout>
  );
}

const named = ({ slug, title }: { slug: string; title: string }) => ({ value: slug, label: title });

function Search({ form, choices }: Pick<Props, 'form' | 'choices'>): JSX.Element {
  const places = choices.places.map((place) => ({ value: place, label: jurisdictionName(place) }));
  const any = { form, required: false, placeholder: 'Any' };
  return (
    <FilterBar action="/directory" label="Search the directory" clearHref="/directory">
      <Field form={form} name="name" label="Name" maxlength={100} required={false} />
      <Select {...any} name="place" label="Place of the licence" options={places} />
      <Select {...any} name="procedure" label="Procedure" options={choices.procedures.map(named)} />
      <Select {...any} name="certification" label="Certification" options={choices.certifications.map(named)} />
    </FilterBar>
  );
}

function Holder({ holder }: { holder: ListedHolder }): JSX.Element {
  const { name, number, certification, procedures, profession, place, validUntil } = holder;
  return (
    <Card>
      <h2>
        <bdi safe>{name}</bdi>
      </h2>
      <DefinitionList
        items={[
          { term: 'Certification', detail: <span safe>{certification.title}</span> },
          { term: 'Procedures', detail: <span safe>{procedures.map(({ title }) => title).join(', ')}</span> },
          { term: 'Licence', detail: <span safe>{`${professionName(profession)}, ${jurisdictionName(place)}`}</span> },
          { term: 'Valid until', detail: <Time at={validUntil} date /> },
          {
            term: 'Certificate',
            detail: (
              <a class="tabular" href={`/verify/${number}`} safe>
                {number}
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
