import {
  Button,
  Checkbox,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
} from '../../../web/index.js';

/** Asks once more before a certificate is given back. */
export function SurrenderView(props: { page: PageContext; form: FormState; number: string }): JSX.Element {
  const { page, form, number } = props;
  return (
    <Layout page={page} title="Give a certificate back" width="form" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Give a certificate back" lead={`This is about ${number}.`} />
      <ul class="consequences">
        <li>It is revoked at once and for good; whoever verifies it sees that.</li>
        <li>It cannot be undone. To hold the certification again, you apply anew.</li>
        <li>Your courses, results and logbook stay yours.</li>
      </ul>
      <form class="form" method="post" action={`/certificates/${number}/surrender`} novalidate>
        <Checkbox form={form} name="sure" label="I give this certificate back for good." />
        <div class="form-actions">
          <Button look="danger">Give it back</Button>
          <LinkButton href="/certificates" look="quiet">
            Keep it
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}
