import {
  ActForm,
  Alert,
  Badge,
  Button,
  Card,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Select,
} from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import { isWritable } from '../drafts/draft-state.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import type { Module } from '../outline/outline.js';
import type { ShownOutline } from '../outline/outline.queries.js';
import { Moves } from './outline-moves.js';

interface OutlineProps {
  page: PageContext;
  draft: DraftCard;
  outline: ShownOutline;
  form: FormState;
  done: string | undefined;
}

const said: Record<string, string> = {
  changed: 'The outline is saved.',
  same: 'Nothing moved: it stands at the edge.',
  undone: 'The last change is taken back.',
};

/** Modules, lessons and quizzes in their order. */
export function OutlineView({ page, draft, outline, form, done }: OutlineProps): JSX.Element {
  const title = draft.title ?? draft.course;
  const address = `${draftAddress(draft.id)}/outline`;
  const open = isWritable(draft.state);
  const told = said[done ?? ''] ?? '';
  return (
    <Layout
      page={page}
      title={`Outline of ${title}`}
      tone="working"
      form={form}
      scripts={['outline-editor']}
      breadcrumbs={[deskCrumb, { href: draftAddress(draft.id), label: title }, { label: 'Outline' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={`Outline of ${title}`}
        lead="Move things with the buttons, by dragging, or with Alt and the arrow keys while a name has the focus."
      />
      <outline-editor>
        <p class="outline-said" role="status" aria-live="polite" safe>
          {told}
        </p>
        {open && outline.canUndo ? <ActForm action={`${address}/undo`} label="Undo" look="quiet" icon="undo-2" /> : ''}
        {outline.modules ? (
          <ol class="outline-edit" data-rev={String(outline.rev)} data-address={address}>
            {outline.modules.map((module, at) => (
              <ModuleView draft={draft} outline={outline} module={module} at={at} address={address} open={open} />
            ))}
          </ol>
        ) : (
          <Alert kind="warning">
            <p>
              The outline in <a href={fileAddress(draft.id, 'course.md')}>course.md</a> cannot be read: mend it there.
            </p>
          </Alert>
        )}
      </outline-editor>
      {open && outline.modules ? (
        <Additions outline={outline} modules={outline.modules} form={form} address={address} />
      ) : (
        ''
      )}
    </Layout>
  );
}

interface ModuleProps {
  draft: DraftCard;
  outline: ShownOutline;
  module: Module;
  at: number;
  address: string;
  open: boolean;
}

function ModuleView({ draft, outline, module, at, address, open }: ModuleProps): JSX.Element {
  const spot = { address, rev: outline.rev, at: String(at), title: module.title };
  const items = 'quiz' in module ? [`quizzes/${module.quiz}.yaml`] : module.lessons.map((slug) => `lessons/${slug}.md`);
  return (
    <li class="outline-edit-module" data-at={String(at)}>
      <div class="outline-edit-row" draggable={open ? 'true' : undefined}>
        {open ? (
          <form method="post" action={address} class="outline-rename">
            <input type="hidden" name="rev" value={String(outline.rev)} />
            <input type="hidden" name="act" value="rename" />
            <input type="hidden" name="at" value={String(at)} />
            <input
              class="input"
              name="title"
              value={module.title}
              aria-label={`Title of module ${at + 1}`}
              maxlength="120"
              data-spot={String(at)}
            />
            <button class="button button-quiet button-small">Rename</button>
          </form>
        ) : (
          <h2 safe>{module.title}</h2>
        )}
        {open ? <Moves {...spot} acts={['up', 'down', 'in', 'remove']} /> : ''}
      </div>
      <ol>
        {items.map((path, item) => (
          <li class="outline-edit-item" data-at={`${at}.${item}`} data-kind={'quiz' in module ? 'quiz' : 'lesson'}>
            <div class="outline-edit-row" draggable={open && 'lessons' in module ? 'true' : undefined}>
              <a href={fileAddress(draft.id, path)} data-spot={'quiz' in module ? undefined : `${at}.${item}`} safe>
                {outline.titles.get(path)!}
              </a>
              {'quiz' in module ? <Badge label="quiz" kind="outline" /> : ''}
              {open && 'lessons' in module ? (
                <Moves
                  {...spot}
                  at={`${at}.${item}`}
                  title={outline.titles.get(path)!}
                  acts={['up', 'down', 'out', 'remove']}
                />
              ) : (
                ''
              )}
            </div>
          </li>
        ))}
      </ol>
    </li>
  );
}

interface AdditionsProps {
  outline: ShownOutline;
  modules: Module[];
  form: FormState;
  address: string;
}

function Additions({ outline, modules, form, address }: AdditionsProps): JSX.Element {
  const places = modules.flatMap((module, at) =>
    'lessons' in module ? [{ value: String(at), label: module.title }] : [],
  );
  const asked = form.values['act'];
  const own = (act: string): FormState => (asked === act ? form : { values: {}, errors: {}, summary: [] });
  const name = 'Small letters, digits and hyphens: it becomes the address.';
  return (
    <div class="cards outline-additions">
      {places.length > 0 ? (
        <Card title="Add a lesson">
          <form class="form" method="post" action={address} novalidate>
            <Hidden rev={outline.rev} act="add-lesson" />
            <Select form={own('add-lesson')} name="at" label="To the module" options={places} />
            <Field form={own('add-lesson')} name="title" label="Title" />
            <Field form={own('add-lesson')} name="slug" label="Name" help={name} />
            <Button look="secondary">Add lesson</Button>
          </form>
        </Card>
      ) : (
        ''
      )}
      <Card title="Add a module">
        <form class="form" method="post" action={address} novalidate>
          <Hidden rev={outline.rev} act="add-module" />
          <Field form={own('add-module')} name="title" label="Title of the module" />
          <Field form={own('add-module')} name="lesson" label="Title of its first lesson" />
          <Field form={own('add-module')} name="slug" label="Name of the lesson" help={name} />
          <Button look="secondary">Add module</Button>
        </form>
      </Card>
      <Card title="Add a quiz">
        <form class="form" method="post" action={address} novalidate>
          <Hidden rev={outline.rev} act="add-quiz" />
          <Field form={own('add-quiz')} name="title" label="Title" />
          <Field form={own('add-quiz')} name="slug" label="Name" help={name} />
          <Button look="secondary">Add quiz</Button>
        </form>
      </Card>
    </div>
  );
}

const Hidden = ({ rev, act }: { rev: number; act: string }): JSX.Element => (
  <>
    <input type="hidden" name="rev" value={String(rev)} />
    <input type="hidden" name="act" value={act} />
  </>
);
