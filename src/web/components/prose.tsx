import { written } from '../words/index.js';

/** Reading text that was rendered and cleaned on the server (`renderMarkdown`): never anything a visitor typed. */
export function Prose({ html }: { html: string }): JSX.Element {
  const safeHtml = html;
  return (
    <div class="prose" lang={written()}>
      {safeHtml}
    </div>
  );
}
