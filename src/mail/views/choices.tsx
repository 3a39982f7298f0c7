import { zones } from '../../shared/index.js';
import {
  ActForm,
  Alert,
  Button,
  Checkbox,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Time,
} from '../../web/index.js';
import type { Broken } from '../deliveries/deliveries.js';
import { topics, topicWords } from '../topics.js';

const zoneOptions = zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

interface Props {
  page: PageContext;
  email: string;
  form: FormState;
  broken: Broken | undefined;
}

export function ChoicesView({ page, email, form, broken }: Props): JSX.Element {
  return (
    <Layout
      page={page}
      title="Mail"
      width="form"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/account', label: 'Account' }, { label: 'Mail' }]}
    >
      <FormErrors form={form} />
      <PageHeader title="Mail" lead={`What we write to ${email}, and when.`} />
      {broken ? <BrokenAlert broken={broken} email={email} /> : ''}
      <form class="form" method="post" action="/account/mail" novalidate>
        <fieldset class="stack">
          <legend>What you want to get</legend>
          {topics.map((topic) => (
            <Checkbox
              form={form}
              name={topic}
              label={topicWords[topic].title}
              help={topicWords[topic].says}
              required={false}
            />
          ))}
        </fieldset>
        <p class="soft">
          Receipts, results, certificates, safety corrections and mails about your account always come: you need them.
        </p>
        <fieldset class="stack">
          <legend>Quiet hours</legend>
          <p class="soft">The mails above wait until these hours are over. The same time twice: none are quiet.</p>
          <div class="form-row">
            <Field form={form} name="from" type="time" label="From" size="short" />
            <Field form={form} name="to" type="time" label="Until" size="short" />
          </div>
          <Select form={form} name="zone" label="Time zone" options={zoneOptions} />
        </fieldset>
        <div class="form-actions">
          <Button>Save choices</Button>
        </div>
      </form>
    </Layout>
  );
}

function BrokenAlert({ broken: { at, detail }, email }: { broken: Broken; email: string }): JSX.Element {
  return (
    <Alert kind="warning" title={`Mail to ${email} came back`}>
      <p>
        The last one on <Time at={at} date />. <span safe>{detail}</span> Until you say that the address is right, you
        get no reminders.
      </p>
      <ActForm action="/account/mail/address" label="The address is right" look="secondary" />
    </Alert>
  );
}
