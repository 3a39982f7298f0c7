import { Button, Field, FieldError, fieldId, FileField, type FormState, valueOf } from '../../web/index.js';
import type { StoredPicture } from '../pictures/picture.queries.js';
import { arrangement } from './arrangement.js';

interface PictureFieldProps {
  form: FormState;
  label: string;
  help: string;
  /** `question.picture` */
  name: string;
  /** Pictures that can be chosen. */
  stored: StoredPicture[];
}

/** The picture of a question: sent, chosen from those stored, said in words, or taken away. */
export function PictureField({ form, label, help, name, stored }: PictureFieldProps): JSX.Element {
  const has = Boolean(valueOf(form, `${name}.id`) || valueOf(form, `${name}.file`));
  const at = fieldId(name);
  return (
    <fieldset class="editor-group" id={at}>
      <legend safe>{label}</legend>
      {['id', 'file', 'width', 'height'].map((kept) => (
        <input type="hidden" name={`${name}.${kept}`} value={valueOf(form, `${name}.${kept}`)} />
      ))}
      <FieldError form={form} name={name} />
      {has ? <Chosen form={form} name={name} /> : ''}
      <Field
        form={form}
        name={`${name}.alt`}
        label="The picture in words"
        help="For those who do not see it. It must not tell the answer."
        required={has}
      />
      <FileField
        form={form}
        name={`${name}.upload`}
        label={has ? 'Another picture' : 'Send a picture'}
        help={help}
        accept="image/png,image/jpeg,image/webp"
        required={false}
      />
      {stored.length > 0 ? <Stored name={name} stored={stored} /> : ''}
      <div class="cluster">
        <Button look="secondary" small icon="image" name="arrange" value={arrangement.show} at={at}>
          Show the picture
        </Button>
        {has ? (
          <Button look="quiet" small icon="trash-2" name="arrange" value={arrangement.clear(name)} at={at}>
            Take the picture away
          </Button>
        ) : (
          ''
        )}
      </div>
    </fieldset>
  );
}

function Chosen({ form, name }: Pick<PictureFieldProps, 'form' | 'name'>): JSX.Element {
  const of = (field: string) => valueOf(form, `${name}.${field}`);
  if (!of('id')) return <></>;
  return (
    <img
      class="editor-picture"
      src={`/question-pictures/${encodeURIComponent(of('id'))}`}
      alt={of('alt') || 'The picture of this question'}
      width={/^\d{1,5}$/.test(of('width')) ? of('width') : undefined}
      height={/^\d{1,5}$/.test(of('height')) ? of('height') : undefined}
    />
  );
}

const Stored = ({ name, stored }: Pick<PictureFieldProps, 'name' | 'stored'>): JSX.Element => (
  <details class="editor-stored">
    <summary>Choose one of those stored</summary>
    <fieldset>
      <legend class="visually-hidden">Stored pictures</legend>
      <div class="editor-pictures">
        {stored.map(({ id, alt, width, height }) => (
          <label>
            <input type="radio" name={`${name}.choose`} value={id} />
            <img src={`/question-pictures/${id}`} alt="" width={width} height={height} loading="lazy" />
            <span safe>{alt || `Not described yet, ${width} by ${height}`}</span>
          </label>
        ))}
      </div>
    </fieldset>
  </details>
);
