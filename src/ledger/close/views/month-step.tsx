import { Alert, Button, type FormState, Radios, Textarea, type Viewer } from '../../../web/index.js';
import { monthAddress } from '../checklist-words.js';
import { type Checklist, isReady } from '../checklist.js';
import { nextStep, type Period } from '../period.js';

interface Props {
  form: FormState;
  period: Period;
  checklist: Checklist;
  viewer: Viewer | null;
}

/** The one thing that can be done with the month now. */
export function MonthStep({ form, period, checklist, viewer }: Props): JSX.Element {
  switch (nextStep(period)) {
    case 'wait':
      return <Sentence text="A month can be closed once it is over, in UTC." />;
    case 'none':
      return <Sentence text="A later month is closed. Months open again from the last one backwards." />;
    case 'close':
      return isReady(checklist) ? (
        <Close form={form} period={period} />
      ) : (
        <Sentence text="The month can be closed when everything in the list holds." />
      );
    case 'ask':
      return <Ask form={form} period={period} />;
    case 'decide':
      return period.last?.by === viewer?.personId ? (
        <Sentence text="You asked to open this month again. Another accountant has to decide." />
      ) : (
        <Decide form={form} period={period} />
      );
  }
}

const Sentence = ({ text }: { text: string }): JSX.Element => (
  <Alert kind="info">
    <p safe>{text}</p>
  </Alert>
);

type FormProps = Pick<Props, 'form' | 'period'>;

const Close = ({ form, period }: FormProps): JSX.Element => (
  <form class="form" method="post" action={`${monthAddress(period.month)}/closing`} novalidate>
    <Textarea
      form={form}
      name="note"
      label="A note for whoever looks at it later"
      help="Kept with your name, the time and the list as you see it."
      required={false}
      rows={3}
    />
    <div class="form-actions">
      <Button>Close this month</Button>
    </div>
  </form>
);

const Ask = ({ form, period }: FormProps): JSX.Element => (
  <form class="form" method="post" action={`${monthAddress(period.month)}/reopening-request`} novalidate>
    <Textarea
      form={form}
      name="note"
      label="Why it should be opened again"
      help="A second accountant decides. Kept with your name and the time."
      rows={3}
    />
    <div class="form-actions">
      <Button look="secondary">Ask to open it again</Button>
    </div>
  </form>
);

const Decide = ({ form, period }: FormProps): JSX.Element => (
  <form class="form" method="post" action={`${monthAddress(period.month)}/reopening-decision`} novalidate>
    <p safe>{`${period.last!.byName} asks to open this month again: ${period.last!.note}`}</p>
    <Radios
      form={form}
      name="decision"
      label="Your decision"
      options={[
        { value: 'reopened', label: 'Open it again' },
        { value: 'reopening_declined', label: 'Leave it closed' },
      ]}
    />
    <Textarea form={form} name="note" label="Why" help="Kept with your name and the time." rows={3} />
    <div class="form-actions">
      <Button>Decide</Button>
    </div>
  </form>
);
