import { Checkbox, emptyForm, Field, FilterBar, Icon, Select, T, t } from '../../web/index.js';
import { type FilterName, filterNames, type ShelfFilter, studyTimes } from '../shelf/shelf-filter.js';
import type { ShelfCounts } from '../shelf/shelf.queries.js';

const kindWords = () => ({ bundle: t('Bundles'), course: t('Courses') });
const timeWords = () => ({ short: t('Up to 1 hour'), medium: t('1 to 3 hours'), long: t('More than 3 hours') });

/** `botulinum-toxin` as "Botulinum toxin". */
const topicWords = (topic: string): string => t((topic[0]!.toUpperCase() + topic.slice(1)).replaceAll('-', ' '));

/** A filter as it was chosen, in words. */
export function filterWords(name: FilterName, filter: ShelfFilter): string {
  if (name === 'q') return t('the words “{words}”', { words: filter.q! });
  if (name === 'kind') return `“${kindWords()[filter.kind!]}”`;
  if (name === 'time') return `“${timeWords()[filter.time!]}”`;
  if (name === 'topic') return `“${topicWords(filter.topic!)}”`;
  return name === 'free' ? t('“with a free lesson”') : t('“on offer now”');
}

/** Each choice says how much it would leave. */
export function CatalogueFilters({ filter, counts }: { filter: ShelfFilter; counts: ShelfCounts }): JSX.Element {
  const form = emptyForm(Object.fromEntries(filterNames.map((name) => [name, filter[name] ?? ''])));
  const option = (value: string, label: string, count: number) => ({ value, label: `${label} (${count})` });
  const topics = counts.topics.map(({ topic, count }) => option(topic, topicWords(topic), count));
  if (filter.topic && !counts.topics.some(({ topic }) => topic === filter.topic))
    topics.push(option(filter.topic, topicWords(filter.topic), 0));
  const kinds = (['bundle', 'course'] as const).map((kind) => option(kind, kindWords()[kind], counts.kinds[kind]));
  const times = studyTimes.map((time) => option(time, timeWords()[time], counts.times[time]));
  const isFiltered = filterNames.some((name) => filter[name]);
  return (
    <details class="catalogue-choice" open={isFiltered}>
      <summary>
        <Icon name="list-filter" size={18} /> <T>Choose by words, topic or time</T>
      </summary>
      <FilterBar action="/catalogue" label={t('Catalogue')} clearHref={isFiltered ? '/catalogue' : undefined}>
        <Field form={form} name="q" type="search" label={t('Words')} required={false} />
        <Select form={form} name="kind" label={t('Kind')} options={kinds} placeholder={t('Both')} required={false} />
        <Select form={form} name="topic" label={t('Topic')} options={topics} placeholder={t('Any')} required={false} />
        <Select
          form={form}
          name="time"
          label={t('Time of study')}
          options={times}
          placeholder={t('Any')}
          required={false}
        />
        <Checkbox form={form} name="free" label={`${t('With a free lesson')} (${counts.free})`} required={false} />
        <Checkbox form={form} name="offer" label={`${t('On offer now')} (${counts.offer})`} required={false} />
      </FilterBar>
    </details>
  );
}
