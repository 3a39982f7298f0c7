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
          <p>Education and certification in injectables, for licensed medical professionals.</p>
          {page.choice ? <Choice choice={page.choice} next={page.path} /> : ''}
        </div>
        <nav aria-label="Footer">
          <ul>
            <li>
              <a href="/verify">Verify a certificate</a>
            </li>
            <li>
              <a href="/catalogue">Catalogue</a>
            </li>
            <li>
              <a href="/articles">Articles</a>
            </li>
            <li>
              <a href="/ebooks">E-books</a>
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
        {choice.label}
      </label>
      <select id="site-choice" name={choice.name} class="input select">
        {choice.options.map(({ value, label }) => (
          <option value={value} selected={value === choice.chosen} safe>
            {label}
          </option>
        ))}
      </select>
      <Button look="secondary" small>
        Change
      </Button>
    </form>
  );
}

/** Says plainly that nothing here is real. */
export function DemoBanner(): JSX.Element {
  return (
    <aside class="demo-banner" aria-label="Demo">
      <p>
        <strong>Demo:</strong> no money moves, mail stays in the <a href="/demo/mail">demo mailbox</a>.
      </p>
    </aside>
  );
}
