import { t, written } from '../words/index.js';
import { Icon } from '../icon.js';
import { Badge } from './badge.js';

export interface OutlineItem {
  title: string;
  kind: 'lesson' | 'quiz';
  /** Left out when it cannot be opened. */
  href?: string;
  minutes?: number;
  /** A word on what is special about it. */
  note?: string;
  /** Of something that is not open yet: when it will be. */
  wait?: JSX.Element;
  done?: boolean;
  current?: boolean;
}

export interface OutlineModule {
  title: string;
  items: OutlineItem[];
}

/** What a course is made of, module by module, with marks for what is done and where one is. */
export function Outline({ modules, marks = false }: { modules: OutlineModule[]; marks?: boolean }): JSX.Element {
  return (
    <ol class={['outline', marks && 'outline-marked']}>
      {modules.map((module) => (
        <li class="outline-module">
          <p class="outline-title" lang={written()} safe>
            {module.title}
          </p>
          <ol>
            {module.items.map((item) => (
              <li class={['outline-item', item.done && 'is-done', item.current && 'is-current']}>
                <Mark item={item} marks={marks} />
                {item.wait ? (
                  <span>
                    <Title item={item} /> <Wait wait={item.wait} />
                  </span>
                ) : item.note ? (
                  <span>
                    <Title item={item} /> <Badge label={item.note} kind="accent" />
                  </span>
                ) : (
                  <Title item={item} />
                )}
                {item.minutes ? (
                  <span class="outline-minutes" safe>
                    {t('{minutes} min', { minutes: item.minutes })}
                  </span>
                ) : (
                  ''
                )}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Mark({ item, marks }: { item: OutlineItem; marks: boolean }): JSX.Element {
  if (marks && item.done) return <Icon name="circle-check" size={18} label={t('Done')} />;
  if (item.wait) return <Icon name="lock" size={18} label={t('Not open yet')} />;
  if (item.kind === 'quiz') return <Icon name="clipboard-check" size={18} label={t('Quiz')} />;
  return <Icon name={marks ? 'circle' : 'file-text'} size={18} />;
}

function Title({ item }: { item: OutlineItem }): JSX.Element {
  if (!item.href)
    return (
      <span class="outline-name" lang={written()} safe>
        {item.title}
      </span>
    );
  return (
    <a class="outline-name" href={item.href} aria-current={item.current ? 'page' : undefined} lang={written()} safe>
      {item.title}
    </a>
  );
}

const Wait = ({ wait }: { wait: JSX.Element }): JSX.Element => <small class="outline-wait">{wait}</small>;
