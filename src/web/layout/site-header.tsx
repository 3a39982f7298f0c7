import { T, t } from '../words/index.js';
import { Icon } from '../icon.js';
import { Wordmark } from '../mark.js';
import type { NavItem, PageContext } from '../page-context.js';

const inSection = (page: PageContext, section: NavItem['section']) =>
  page.navigation.filter((item) => item.section === section);

/** Wordmark, where to go, and who is here. Everything works without script. */
export function SiteHeader({ page }: { page: PageContext }): JSX.Element {
  const work = inSection(page, 'work');
  return (
    <header class="site-header">
      <div class="site-bar">
        <Wordmark />
        <nav class="site-nav" aria-label={t('Main')}>
          <NavList page={page} items={inSection(page, 'main')} />
        </nav>
        <SearchBox />
        <div class="site-account">
          {page.viewer ? <AccountMenu page={page} name={page.viewer.name} /> : <VisitorLinks />}
        </div>
        <PhoneMenu page={page} />
      </div>
      {work.length > 0 ? (
        <nav class="work-nav" aria-label={t('Work')}>
          <NavList page={page} items={work} />
        </nav>
      ) : (
        ''
      )}
    </header>
  );
}

/** On a desk, `/` leads here. */
function SearchBox(): JSX.Element {
  return (
    <form class="site-search" method="get" action="/search" role="search">
      <input
        class="input"
        type="search"
        name="q"
        aria-label={t('Search')}
        placeholder={t('Search')}
        maxlength="200"
        aria-keyshortcuts="/"
        data-search
      />
    </form>
  );
}

function NavList({ page, items }: { page: PageContext; items: NavItem[] }): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={standing(page, item)} safe>
            {t(item.label)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** `page` on the very page, `true` below it, unless another item is nearer: of /admin and /admin/people only one is. */
function standing(page: PageContext, { href, under = [] }: NavItem): 'page' | 'true' | undefined {
  const path = page.path.replace(/[?].*/, '');
  if (path === href) return 'page';
  const nearest = page.navigation
    .flatMap((item) => [item.href, ...(item.under ?? [])])
    .filter((other) => path === other || path.startsWith(`${other}/`))
    .sort((a, b) => b.length - a.length)[0];
  return nearest !== undefined && [href, ...under].includes(nearest) ? 'true' : undefined;
}

function VisitorLinks(): JSX.Element {
  return (
    <>
      <a class="site-link" href="/sign-in">
        <T>Sign in</T>
      </a>
      <a class="button button-primary button-small" href="/sign-up">
        <T>Create account</T>
      </a>
    </>
  );
}

function AccountMenu({ page, name }: { page: PageContext; name: string }): JSX.Element {
  return (
    <details class="menu" data-menu>
      <summary>
        <Icon name="circle-user-round" />
        <span class="menu-name" safe>
          {name}
        </span>
        <Icon name="chevron-down" size={16} />
      </summary>
      <div class="menu-sheet">
        <AccountItems page={page} />
      </div>
    </details>
  );
}

function AccountItems({ page }: { page: PageContext }): JSX.Element {
  if (!page.viewer)
    return (
      <div class="phone-visitor">
        <VisitorLinks />
      </div>
    );
  return (
    <>
      <p class="menu-who">
        <span safe>{page.viewer.name}</span>
        <span class="menu-email" safe>
          {page.viewer.email}
        </span>
      </p>
      <NavList page={page} items={inSection(page, 'account')} />
      <form method="post" action="/sign-out">
        <button class="menu-act" type="submit">
          <Icon name="log-out" size={18} /> <T>Sign out</T>
        </button>
      </form>
    </>
  );
}

function PhoneMenu({ page }: { page: PageContext }): JSX.Element {
  return (
    <details class="phone-menu" data-menu>
      <summary>
        <Icon name="menu" size={24} />
        <span>
          <T>Menu</T>
        </span>
      </summary>
      <div class="phone-sheet">
        <SearchBox />
        <nav aria-label={t('Menu')}>
          <NavList page={page} items={[...inSection(page, 'main'), ...inSection(page, 'work')]} />
        </nav>
        <AccountItems page={page} />
      </div>
    </details>
  );
}
