import type { Children } from '@kitajs/html';
/** A page that says "waiting" until a JSON address says otherwise. Load it with `scripts={['await-state']}`. */
export function AwaitState(props: { url: string; until: string; every?: number; children: Children }): JSX.Element {
  return (
    <await-state class="await-state" url={props.url} until={props.until} every={props.every ?? 1500} role="status">
      {props.children}
      <p class="await-state-late" hidden>
        This takes longer than usual. You can leave this page; nothing is lost. <a href="">Look again</a>
      </p>
    </await-state>
  );
}
