import { Button, Field, type FormState, Select } from '../../../web/index.js';
import { cognitiveLevels, difficulties } from '../../../questions/index.js';
import type { DeskBlueprint } from '../blueprint.queries.js';

/** Empty rows below the cells there are. */
const spare = 3;
const any = 'any';
const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** The form as it stands before anything is typed. */
export const formOf = ({ rev, sections }: DeskBlueprint): FormState['values'] => ({
  rev: String(rev),
  ...Object.fromEntries(
    sections.flatMap(({ pool, topic, difficulty, cognitive, count: asked }, at) =>
      Object.entries({ pool, topic, difficulty, cognitive, count: String(asked) }).map(([field, value]) => [
        `sections.${at}.${field}`,
        value,
      ]),
    ),
  ),
});

/** The cells as rows of fields, and some to spare. */
export function BlueprintForm({
  desk: { quiz, sections, pools },
  form,
}: {
  desk: DeskBlueprint;
  form: FormState;
}): JSX.Element {
  const topics = [...new Set(pools.flatMap((pool) => pool.topics))].sort();
  const typed = Object.keys(form.values).map((name) => Number(/^sections\.(\d{1,2})\./.exec(name)?.[1] ?? -1));
  const rows = Math.max(sections.length + spare, ...typed.map((at) => at + 1));
  return (
    <section class="section">
      <h2>Change the blueprint</h2>
      <p class="soft">A count of 0, or none, leaves the cell out. What is “{any}” takes every question of the pool.</p>
      <form class="blueprint-form" method="post" action={`/bank/blueprints/${quiz.courseSlug}.${quiz.slug}`} novalidate>
        <input type="hidden" name="rev" value={String(form.values['rev'] ?? '')} />
        {Array.from({ length: rows }, (_, at) => (
          <fieldset class="blueprint-cell">
            <legend safe>{at < sections.length ? `Cell ${at + 1}` : `Cell ${at + 1}, new`}</legend>
            <Row form={form} name={`sections.${at}`} pools={pools} topics={topics} />
          </fieldset>
        ))}
        <Field form={form} name="reason" label="Reason" help="Kept with your name." />
        <div class="form-actions">
          <Button>Change blueprint</Button>
        </div>
      </form>
    </section>
  );
}

interface RowProps {
  form: FormState;
  name: string;
  pools: DeskBlueprint['pools'];
  topics: string[];
}

const Row = ({ form, name, pools, topics }: RowProps): JSX.Element => (
  <div class="blueprint-fields">
    <Field form={form} name={`${name}.count`} label="Drawn" inputmode="numeric" size="short" />
    <Select form={form} name={`${name}.topic`} label="Topic" options={same(topics)} placeholder={any} />
    <Select form={form} name={`${name}.difficulty`} label="Difficulty" options={same(difficulties)} placeholder={any} />
    <Select form={form} name={`${name}.cognitive`} label="Level" options={same(cognitiveLevels)} placeholder={any} />
    <Select
      form={form}
      name={`${name}.pool`}
      label="Pool"
      options={pools.map(({ slug, title }) => ({ value: slug, label: title }))}
      placeholder="Choose"
    />
  </div>
);
