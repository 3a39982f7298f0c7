import { askedLanguage, language, languages, T, t, written } from '../words/index.js';
import { Button } from '../components/button.js';
import type { FooterChoice } from '../footer-choice.js';
import { Wordmark } from '../mark.js';
import type { PageContext } from '../page-context.js';

/** The foot of every page but the player. */
export function SiteFooter({ page }: { page: PageContext }): JSX.Element {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <div class="site-footer-about">
          <Wordmark />
          <p>
            <T>Education and certification in injectables, for licensed medical professionals.</T>
          </p>
          {page.choice ? <Choice choice={page.choice} next={page.path} /> : ''}
          <LanguageChoice next={page.path} />
        </div>
        <nav aria-label={t('Footer')}>
          <ul>
            <li>
              <a href="/verify">
                <T>Verify a certificate</T>
              </a>
            </li>
            <li>
              <a href="/catalogue">
                <T>Catalogue</T>
              </a>
            </li>
            <li>
              <a href="/articles">
                <T>Articles</T>
              </a>
            </li>
            <li>
              <a href="/ebooks">
                <T>E-books</T>
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function Choice({ choice, next }: { choice: FooterChoice; next: string }): JSX.Element {
  return (
    <form class="site-choice" method="post" action={choice.action}>
      <input type="hidden" name="next" value={next} />
      <label for="site-choice" safe>
        {t(choice.label)}
      </label>
      <select id="site-choice" name={choice.name} class="input select" lang={written()}>
        {choice.options.map(({ value, label }) => (
          <option value={value} selected={value === choice.chosen} safe>
            {label}
          </option>
        ))}
      </select>
      <Button look="secondary" small>
        <T>Change</T>
      </Button>
    </form>
  );
}

/** Says plainly that nothing here is real. */
export function DemoBanner(): JSX.Element {
  return (
    <aside class="demo-banner" aria-label={t('Demo')}>
      <p>
        <strong>
          <T>Demo:</T>
        </strong>{' '}
        <T>no money moves, mail stays in the</T>{' '}
        <a href="/demo/mail">
          <T>demo mailbox</T>
        </a>
        .
      </p>
    </aside>
  );
}

/** The languages of the interface; where a page is not translated, that is said in the language that was asked for. */
function LanguageChoice({ next }: { next: string }): JSX.Element {
  const asked = askedLanguage();
  return (
    <>
      <form class="site-choice" method="post" action="/language">
        <input type="hidden" name="next" value={next} />
        {Object.entries(languages).map(([name, { name: own }]) => (
          <button
            class="button button-quiet button-small"
            name="language"
            value={name}
            lang={name}
            aria-pressed={name === asked ? 'true' : 'false'}
            safe
          >
            {own}
          </button>
        ))}
      </form>
      {asked === language() ? (
        ''
      ) : (
        <p lang={asked} safe>
          {notTranslated[asked]}
        </p>
      )}
    </>
  );
}

const notTranslated: Record<string, string> = { es: 'Esta página solo existe en inglés.' };
