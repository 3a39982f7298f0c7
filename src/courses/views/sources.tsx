import { dayText, language, T, written } from '../../web/index.js';
import type { Source } from '../content-reader/index.js';

/** What a text rests on, numbered. */
export function Sources({ sources, id = 'sources' }: { sources: Source[]; id?: string }): JSX.Element {
  return (
    <section class="sources" aria-labelledby={id}>
      <h2 id={id}>
        <T>Sources</T>
      </h2>
      <ol lang={written()}>
        {sources.map((source) => (
          <li>
            <SourceLink source={source} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function SourceLink({ source }: { source: Source }): JSX.Element {
  if (!source.url) return <span safe>{source.text}</span>;
  return (
    <a href={source.url} rel="external noopener noreferrer" safe>
      {source.text}
    </a>
  );
}

/** When a clinician last went through the text. */
export function ReviewedOn({ day }: { day: string | null }): JSX.Element {
  if (!day)
    return (
      <span>
        <T>Not clinically reviewed here</T>
      </span>
    );
  return (
    <span>
      <T>Reviewed</T>{' '}
      <time datetime={day} safe>
        {formatDay(day)}
      </time>
    </span>
  );
}

const days = new Map<string, string>();

/** `2026-11-15` as "15 November 2026". Kept, because making a formatter costs more than the rest of a lesson page. */
export function formatDay(day: string): string {
  const key = `${language()} ${day}`;
  const known = days.get(key);
  if (known) return known;
  const text = dayText(new Date(`${day}T00:00:00Z`));
  days.set(key, text);
  return text;
}
