import { T, t } from './words/index.js';
import type { Children } from '@kitajs/html';
import { Alert } from './components/alert.js';
import { Breadcrumbs, type Crumb } from './components/breadcrumbs.js';
import type { FormState } from './form-state.js';
import { Icon } from './icon.js';
import { ConfirmNotice } from './layout/confirm-notice.js';
import { Document } from './layout/document.js';
import { FaceOfPage } from './layout/face-of-page.js';
import { PartingPanel } from './layout/parting-panel.js';
import { DemoBanner, SiteFooter } from './layout/site-footer.js';
import { SiteHeader } from './layout/site-header.js';
import { Wordmark } from './mark.js';
import type { PageContext } from './page-context.js';
import type { PublicFace } from './public-face.js';

export interface LayoutProps {
  page: PageContext;
  title: string;
  description?: string;
  /** reading: one column of text · wide: cards and tables · form: a narrow column · player: lesson beside its outline. */
  width?: 'reading' | 'wide' | 'form' | 'player';
  /** editorial sets headings in the serif; working (desks, admin, books, forms) sets them in the sans. */
  tone?: 'editorial' | 'working';
  /** Names of src/web/browser modules, without the ending. */
  scripts?: string[];
  breadcrumbs?: Crumb[];
  /** Of a page that anyone may find. */
  face?: PublicFace;
  /** The form of the page: an error in it is said in the title too. */
  form?: FormState;
  /** Player only: the outline (and its heading), and where the way out leads. */
  outline?: JSX.Element;
  exit?: { href: string; label: string };
  children: Children;
}

/** The whole document of a page. */
export function Layout(props: LayoutProps): JSX.Element {
  const { page, width = 'wide', form, breadcrumbs = [] } = props;
  const tone = props.tone ?? (width === 'form' ? 'working' : 'editorial');
  const failed = form !== undefined && (form.summary.length > 0 || Object.keys(form.errors).length > 0);
  return (
    <Document
      page={page}
      title={`${failed ? t('Error: ') : ''}${props.title} · Glabella`}
      description={props.description}
      bodyClass={`width-${width} tone-${tone}`}
      head={
        props.face ? (
          <FaceOfPage
            page={page}
            face={props.face}
            title={props.title}
            description={props.description}
            breadcrumbs={breadcrumbs}
          />
        ) : (
          ''
        )
      }
      scripts={[...(props.scripts ?? []), ...(page.offer ? ['parting-offer'] : [])]}
    >
      <a class="skip-link" href="#main">
        <T>Skip to the content</T>
      </a>
      {page.demo ? <DemoBanner /> : ''}
      {width === 'player' ? <PlayerBar {...props} /> : <SiteHeader page={page} />}
      {width === 'player' ? '' : <ConfirmNotice viewer={page.viewer} />}
      <div class="page">
        {width === 'player' && props.outline ? <PlayerOutline outline={props.outline} /> : ''}
        <main id="main" tabindex="-1">
          <Breadcrumbs items={breadcrumbs} />
          <Notice text={page.notice} />
          {props.children}
        </main>
      </div>
      {page.offer ? <PartingPanel offer={page.offer} /> : ''}
      {width === 'player' ? '' : <SiteFooter page={page} />}
    </Document>
  );
}

function Notice({ text }: { text?: string }): JSX.Element {
  if (!text) return '';
  return (
    <Alert kind="success" live>
      <p safe>{text}</p>
    </Alert>
  );
}

function PlayerBar({ exit }: LayoutProps): JSX.Element {
  return (
    <header class="player-bar">
      <Wordmark />
      {exit ? (
        <a class="player-exit" href={exit.href}>
          <Icon name="arrow-left" size={18} />
          <span safe>{exit.label}</span>
        </a>
      ) : (
        ''
      )}
    </header>
  );
}

/** Beside the lesson on a desk, folded above it on a phone. */
function PlayerOutline({ outline }: { outline: Children }): JSX.Element {
  return (
    <>
      <aside class="player-aside" aria-label={t('Course outline')}>
        {outline}
      </aside>
      <details class="player-fold">
        <summary>
          <Icon name="list" />
          <span>
            <T>Course outline</T>
          </span>
          <Icon name="chevron-down" size={18} />
        </summary>
        {outline}
      </details>
    </>
  );
}
