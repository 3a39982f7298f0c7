import { T, t } from '../words/index.js';
import { Icon } from '../icon.js';

/** Back and on through a list. Pass an address only where there is a page. */
export function Pagination(props: { previousHref?: string; nextHref?: string; summary?: string }): JSX.Element {
  if (!props.previousHref && !props.nextHref && !props.summary) return '';
  return (
    <nav class="pagination" aria-label={t('Pages')}>
      <span class="pagination-side">
        {props.previousHref ? (
          <a class="button button-secondary button-small" href={props.previousHref} rel="prev">
            <Icon name="arrow-left" size={16} /> <T>Previous</T>
          </a>
        ) : (
          ''
        )}
      </span>
      <span class="pagination-summary" safe>
        {props.summary ?? ''}
      </span>
      <span class="pagination-side">
        {props.nextHref ? (
          <a class="button button-secondary button-small" href={props.nextHref} rel="next">
            <T>Next</T> <Icon name="arrow-right" size={16} />
          </a>
        ) : (
          ''
        )}
      </span>
    </nav>
  );
}
