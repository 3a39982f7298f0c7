import { Wordmark } from '../mark.js';

/** The foot of every page but the player. */
export function SiteFooter(): JSX.Element {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <div class="site-footer-about">
          <Wordmark />
          <p>Education and certification in injectables, for licensed medical professionals.</p>
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
          </ul>
        </nav>
      </div>
    </footer>
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
