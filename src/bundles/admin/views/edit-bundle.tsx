import {
  Badge,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Time,
} from '../../../web/index.js';
import type { AdminBundle } from '../admin-bundle.queries.js';
import { CoursesSection } from './courses-section.js';
import { OffersSection } from './offers-section.js';
import { PricesSection } from './prices-section.js';
import { PublicationSection } from './publication-section.js';
import { TextSection } from './text-section.js';

/** The forms of the page; the one that was just refused comes filled. */
export interface EditForms {
  text?: FormState;
  courses?: FormState;
  price?: FormState;
  offer?: FormState;
  publication?: FormState;
}

interface EditBundleProps {
  page: PageContext;
  bundle: AdminBundle;
  forms?: EditForms;
}

/** All about one bundle: what it says and contains, what it costs, its offers, whether it is on sale. */
export function EditBundleView({ page, bundle, forms = {} }: EditBundleProps): JSX.Element {
  const refused = forms.text ?? forms.courses ?? forms.price ?? forms.offer ?? forms.publication ?? emptyForm();
  const published = bundle.status === 'published';
  return (
    <Layout
      page={page}
      title={bundle.title}
      tone="working"
      form={refused}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/bundles', label: 'Bundles' },
        { label: bundle.title },
      ]}
    >
      <FormErrors form={refused} />
      <PageHeader
        kicker="Bundle"
        title={bundle.title}
        meta={
          <>
            <Badge label={published ? 'on sale' : 'draft'} kind={published ? 'accent' : 'outline'} />
            {bundle.editedAt ? (
              <span>
                Edited <Time at={bundle.editedAt} />
              </span>
            ) : (
              <span>As in the content folder</span>
            )}
            {bundle.editedBy ? <span safe>{`by ${bundle.editedBy}`}</span> : ''}
          </>
        }
        actions={
          <>
            <LinkButton look="secondary" icon="eye" href={`/admin/bundles/${bundle.slug}/preview`}>
              Preview
            </LinkButton>
            {published ? (
              <LinkButton look="quiet" href={`/bundles/${bundle.slug}`}>
                Public page
              </LinkButton>
            ) : (
              ''
            )}
          </>
        }
      />
      <PublicationSection bundle={bundle} />
      <TextSection bundle={bundle} form={forms.text} />
      <CoursesSection bundle={bundle} form={forms.courses} />
      <PricesSection bundle={bundle} form={forms.price} />
      <OffersSection bundle={bundle} form={forms.offer} />
    </Layout>
  );
}
