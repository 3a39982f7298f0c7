import { newId } from '../../../shared/index.js';
import { ActForm, Button, FieldError, type FormState, valueOf } from '../../../web/index.js';
import { EntryFacts } from '../../logbook/views/entry-facts.js';
import { EntryMap } from '../../logbook/views/entry-map.js';
import { ratings } from '../ratings.js';
import { RepeatedField } from '../../repeated-field.js';
import { wordsOf } from '../entry-words.js';
import type { WaitingEntry } from '../waiting.queries.js';

/** One entry to decide. The id of each decision is made here, so that a second tap is the same decision. */
export function WaitingCard({ entry, form }: { entry: WaitingEntry; form: FormState }): JSX.Element {
  const { id, learner, procedure, performedOn, content, version, why } = entry;
  const words = wordsOf({ ...content, title: procedure.title, unit: procedure.unit, performedOn });
  return (
    <article class="card practice-entry" data-entry={id} data-words={JSON.stringify([learner, ...words])}>
      <h3 safe>{procedure.title}</h3>
      <p class="practice-who">
        <span safe>{learner}</span>
        {version > 1 ? <span class="soft"> · amended: </span> : ''}
        {version > 1 ? (
          <span class="soft" safe>
            {why ?? ''}
          </span>
        ) : (
          ''
        )}
      </p>
      <EntryFacts performedOn={performedOn} content={content} procedure={procedure} />
      <details class="practice-more">
        <summary>Map of the injections</summary>
        <EntryMap procedure={procedure} points={content.points} />
      </details>
      <p class="practice-said" aria-live="polite"></p>
      <div class="practice-acts">
        <form class="practice-sign" method="post" action={`/preceptor/entries/${id}`} novalidate>
          <About entry={entry} decision="signed" />
          <fieldset class={['practice-ratings', form.errors['rating'] && 'has-error']}>
            <legend>How much help was needed?</legend>
            <FieldError form={form} name="rating" />
            <div class="practice-scale">
              {ratings.map(({ value, label, help }) => (
                <label class="practice-rating">
                  <input type="radio" name="rating" value={value} checked={valueOf(form, 'rating') === value} />
                  <span class="practice-number">{label}</span>
                  <span class="practice-help">{help}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <Button icon="check">I observed this: sign</Button>
        </form>
        <details class="practice-more">
          <summary>Do not sign, or give a code</summary>
          <form class="form" method="post" action={`/preceptor/entries/${id}`} novalidate>
            <About entry={entry} decision="refused" />
            <RepeatedField form={form} name="reason" label="Why not? The learner reads it." />
            <Button look="danger">Do not sign</Button>
          </form>
          <ActForm action={`/preceptor/entries/${id}/code`} label="Show a code for the learner's phone" look="quiet" />
        </details>
      </div>
    </article>
  );
}

function About({ entry, decision }: { entry: WaitingEntry; decision: 'signed' | 'refused' }): JSX.Element {
  const values = { id: newId(), version: String(entry.version), hash: entry.hash, decision };
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
