import { Alert, Button, emptyForm, fieldId, type FormState, Icon, Select } from '../../../web/index.js';
import type { AdminBundle } from '../admin-bundle.queries.js';

/** The courses in their order. Each button is a form of its own: it works without script. */
export function CoursesSection({ bundle, form = emptyForm() }: { bundle: AdminBundle; form?: FormState }): JSX.Element {
  const { courses, others, slug, version } = bundle;
  const action = `/admin/bundles/${slug}/courses`;
  return (
    <section class="section" id="courses" aria-labelledby="courses-title">
      <h2 id="courses-title">Courses</h2>
      <Refusals form={form} />
      {courses.length === 0 ? <p class="soft">No course yet. Add the first one.</p> : ''}
      <ol class="course-order">
        {courses.map((course, index) => (
          <li>
            <span safe>{`${index + 1}. ${course.title}`}</span>
            <form class="act-form cluster" method="post" action={action}>
              <input type="hidden" name="version" value={String(version)} />
              <input type="hidden" name="course" value={course.slug} />
              <MoveButton move="up" icon="arrow-up" label={`Move ${course.title} up`} disabled={index === 0} />
              <MoveButton
                move="down"
                icon="arrow-down"
                label={`Move ${course.title} down`}
                disabled={index === courses.length - 1}
              />
              <MoveButton move="remove" icon="x" label={`Take ${course.title} out`} />
            </form>
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <form class="form" method="post" action={action} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <input type="hidden" name="move" value="add" />
          <Select
            form={form}
            name="course"
            label="Add a course"
            placeholder="Choose"
            options={others.map((other) => ({ value: other.slug, label: other.title }))}
          />
          <div class="form-actions">
            <Button look="secondary" icon="plus">
              Add course
            </Button>
          </div>
        </form>
      ) : (
        ''
      )}
    </section>
  );
}

function MoveButton(props: { move: string; icon: string; label: string; disabled?: boolean }): JSX.Element {
  return (
    <button
      class="button button-quiet button-small"
      type="submit"
      name="move"
      value={props.move}
      disabled={props.disabled}
    >
      <Icon name={props.icon} size={18} label={props.label} />
    </button>
  );
}

/** What was wrong, at the list it is about: the fields of these forms are unseen. */
function Refusals({ form }: { form: FormState }): JSX.Element {
  const fields = ['version', 'courses', 'move'].filter((name) => form.errors[name]);
  return (
    <>
      {fields.map((name) => (
        <div id={fieldId(name)} tabindex="-1">
          <Alert kind="warning">
            <p safe>{form.errors[name] ?? ''}</p>
          </Alert>
        </div>
      ))}
    </>
  );
}
