import { T, t } from '../words/index.js';
import { Button } from '../components/button.js';
import { Icon } from '../icon.js';
import type { Viewer } from '../page-context.js';

/** A quiet line below the header until the e-mail is confirmed; the player is left in peace. */
export function ConfirmNotice({ viewer }: { viewer: Viewer | null }): JSX.Element {
  if (!viewer || viewer.confirmed) return '';
  return (
    <aside class="confirm-notice" aria-label={t('Your e-mail address')}>
      <Icon name="mail" size={18} />
      <p>
        <T>Please confirm your e-mail address: a mail with a link went to</T> <span safe>{viewer.email}</span>.
      </p>
      <form method="post" action="/account/confirmation">
        <Button look="quiet" small>
          <T>Send it again</T>
        </Button>
      </form>
    </aside>
  );
}
