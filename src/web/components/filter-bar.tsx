import { T } from '../words/index.js';
import type { Children } from '@kitajs/html';
import { Button, LinkButton } from './button.js';

/** Search and filter over a list: a GET form, so that the state is in the address. Put `Field`s and `Select`s inside. */
export function FilterBar(props: {
  action: string;
  label: string;
  clearHref?: string;
  exportHref?: string;
  children: Children;
}): JSX.Element {
  return (
    <form class="filter-bar" method="get" action={props.action} role="search" aria-label={props.label}>
      {props.children}
      <div class="filter-actions">
        <Button look="secondary" icon="list-filter">
          <T>Apply</T>
        </Button>
        {props.clearHref ? (
          <LinkButton look="quiet" href={props.clearHref}>
            <T>Clear</T>
          </LinkButton>
        ) : (
          ''
        )}
        {props.exportHref ? (
          <LinkButton look="quiet" icon="download" href={props.exportHref}>
            <T>CSV</T>
          </LinkButton>
        ) : (
          ''
        )}
      </div>
    </form>
  );
}
