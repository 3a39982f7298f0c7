import { Alert, Button, emptyForm, Field, fieldId, type FormState, Textarea } from '../../../web/index.js';
import type { AdminBundle } from '../admin-bundle.queries.js';

export function TextSection({ bundle, form }: { bundle: AdminBundle; form?: FormState }): JSX.Element {
  const { title, summary, body, version } = bundle;
  const shown = form ?? emptyForm({ title, summary, body, version: String(version) });
  const conflict = shown.errors.version;
  // After a conflict was shown, saving again is done knowingly: against what is stored now.
  const seen = conflict ? String(version) : String(shown.values.version ?? version);
  return (
    <section class="section" id="text" aria-labelledby="text-title">
      <h2 id="text-title">Text</h2>
      <form class="form form-wide" method="post" action={`/admin/bundles/${bundle.slug}`} novalidate>
        {conflict ? (
          <div id={fieldId('version')} tabindex="-1">
            <Alert kind="warning">
              <p safe>{conflict}</p>
            </Alert>
          </div>
        ) : (
          ''
        )}
        <input type="hidden" name="version" value={seen} />
        <Field form={shown} name="title" label="Title" maxlength={120} />
        <Field form={shown} name="summary" label="Summary" help="One sentence, shown in lists." maxlength={200} />
        <Textarea
          form={shown}
          name="body"
          label="Text of the page"
          help="Markdown. Headings start at ##."
          rows={16}
          mono
        />
        <div class="form-actions">
          <Button>Save text</Button>
        </div>
      </form>
    </section>
  );
}
