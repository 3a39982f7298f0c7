import { Alert, Badge, Button, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import { isOpen } from '../playing/open-items.js';
import type { OpenedPackage } from '../playing/open-package.js';

interface PlayerProps {
  page: PageContext;
  opened: OpenedPackage;
  learner: string;
}

/** A package in its frame, its items beside it, and whether all is saved. */
export function PlayerView({ page, opened, learner }: PlayerProps): JSX.Element {
  const { registration, item, courseTitle } = opened;
  const { courseSlug, lesson, manifest } = registration;
  const lessonHref = `/learn/${courseSlug}/${lesson}`;
  return (
    <Layout
      page={page}
      title={`${manifest.title} · ${courseTitle}`}
      width="player"
      scripts={['package-player']}
      outline={manifest.items.length > 1 ? <Items opened={opened} /> : undefined}
      exit={{ href: lessonHref, label: 'Save and leave' }}
    >
      <PageHeader title={item.title} kicker={manifest.title} />
      <noscript>
        <Alert kind="warning">
          <p>A package is a program: it plays only where scripts are allowed.</p>
        </Alert>
      </noscript>
      <p class="package-saved" role="status" data-state="saved">
        {''}
      </p>
      <Conflict />
      <div class="package-player" data-package={toldOf(opened, learner)} data-frame={opened.frame}>
        <iframe title={item.title} sandbox="allow-scripts allow-forms allow-same-origin" allow="fullscreen; autoplay" />
      </div>
      <p class="package-next" hidden>
        <LinkButton href={manifest.items.length > 1 ? `${lessonHref}/package` : lessonHref} iconAfter="arrow-right">
          Go on
        </LinkButton>
      </p>
    </Layout>
  );
}

/** Two devices went on from the same place: the learner says which is right, and neither is lost. */
const Conflict = (): JSX.Element => (
  <div class="package-conflict" hidden>
    <Alert kind="warning" title="This package was continued somewhere else">
      <p>
        There it was last saved at <time />. What this device has is not saved.
      </p>
      <div class="form-actions">
        <Button type="button">Go on from there</Button>
        <Button type="button" look="secondary">
          Take what this device has
        </Button>
      </div>
    </Alert>
  </div>
);

function Items({ opened }: { opened: OpenedPackage }): JSX.Element {
  const { registration, states, item } = opened;
  const { manifest, courseSlug, lesson } = registration;
  const done = new Set(states.filter(({ completed }) => completed).map((state) => state.item));
  return (
    <ol class="package-items">
      {manifest.items.map((each) => (
        <li>
          {isOpen(manifest, each, done) ? (
            <a
              href={`/learn/${courseSlug}/${lesson}/package?item=${encodeURIComponent(each.id)}`}
              aria-current={each.id === item.id ? 'page' : undefined}
              safe
            >
              {each.title}
            </a>
          ) : (
            <span safe>{`${each.title} (locked)`}</span>
          )}
          {done.has(each.id) ? <Badge label="Done" kind="accent" icon="check" /> : ''}
        </li>
      ))}
    </ol>
  );
}

/** For the script of the page. The package knows the learner by the number of the registration and by name. */
function toldOf({ registration, states, item, launch }: OpenedPackage, name: string): string {
  const stored = states.find((state) => state.item === item.id);
  const { reports, mastery, launchData, timeAllowed, timeLimitAction } = item;
  return JSON.stringify({
    ...{ registration: registration.id, standard: registration.manifest.standard, item: item.id, launch },
    ...{ reports, mastery, launchData, timeAllowed, timeLimitAction },
    learner: { id: registration.id, name },
    ...{ rev: stored?.rev ?? 0, data: stored?.data ?? {} },
  });
}
