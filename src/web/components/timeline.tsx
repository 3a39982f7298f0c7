import { Time } from './time.js';

export interface TimelineEvent {
  at: Date;
  title: string;
  text?: string;
  kind?: 'normal' | 'current' | 'signal';
}

/** What happened when, in the order given. */
export function Timeline({ events }: { events: TimelineEvent[] }): JSX.Element {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li class={`timeline-${event.kind ?? 'normal'}`}>
          <p class="timeline-time">
            <Time at={event.at} />
          </p>
          <p class="timeline-title" safe>
            {event.title}
          </p>
          {event.text ? (
            <p class="timeline-text" safe>
              {event.text}
            </p>
          ) : (
            ''
          )}
        </li>
      ))}
    </ol>
  );
}
