import {
  Button,
  Checkbox,
  Checkboxes,
  Field,
  fieldId,
  type FormState,
  Radios,
  Select,
  Textarea,
} from '../../web/index.js';
import type { StoredPicture } from '../pictures/picture.queries.js';
import { arrangement } from './arrangement.js';
import { rowsOf } from './arrange-rows.js';
import { type EditorField, fieldsOfRow } from './editor-field.js';
import { PictureField } from './picture-field.js';
import { ZonesField } from './zones-field.js';

interface Props {
  form: FormState;
  fields: EditorField[];
  prefix: string;
  /** Pictures that can be chosen. */
  pictures: StoredPicture[];
}

/** The fields of an editor, one under the other; rows are added and removed by buttons that send the form. */
export function EditorFields({ form, fields, prefix, pictures }: Props): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <OneField form={form} field={field} name={`${prefix}.${field.name}`} pictures={pictures} />
      ))}
    </>
  );
}

interface OneProps<F extends EditorField = EditorField> {
  form: FormState;
  field: F;
  name: string;
  pictures: StoredPicture[];
}

function OneField({ form, field, name, pictures }: OneProps): JSX.Element {
  const { label, help, optional } = field;
  const props = { form, name, label, required: !optional, ...(help !== undefined && { help }) };
  switch (field.kind) {
    case 'hidden':
    case 'kept':
    case 'id':
      return <input type="hidden" name={name} value={valueAt(form, name)} />;
    case 'text':
      return <Textarea {...props} rows={3} />;
    case 'json':
      return <Textarea {...props} rows={6} mono />;
    case 'check':
      return <Checkbox {...props} required={false} />;
    case 'truth':
      return <Radios {...props} options={truths} />;
    case 'choice':
      return <Select {...props} options={field.options} />;
    case 'checks':
      return <Checkboxes {...props} name={`${name}:list`} options={field.options} />;
    case 'whole':
      return <Field {...props} inputmode="numeric" size="short" />;
    case 'date':
      return <Field {...props} type="date" size="medium" />;
    case 'group':
      return <Group form={form} field={field} name={name} pictures={pictures} />;
    case 'rows':
      return <RowsOf form={form} field={field} name={name} pictures={pictures} />;
    case 'picture':
      return <PictureField form={form} label={label} help={help ?? ''} name={name} stored={pictures} />;
    case 'zones':
      return <ZonesField form={form} label={label} question={name.slice(0, -`.${field.name}`.length)} />;
    default:
      return <Field {...props} autocomplete="off" />;
  }
}

const truths = [
  { value: 'true', label: 'True' },
  { value: 'false', label: 'False' },
];

function Group({ form, field, name, pictures }: OneProps<Extract<EditorField, { kind: 'group' }>>): JSX.Element {
  return (
    <fieldset class="editor-group" id={fieldId(name)}>
      <legend safe>{field.label}</legend>
      <Said form={form} field={field} name={name} />
      <div class="form-row">
        <EditorFields form={form} fields={field.fields} prefix={name} pictures={pictures} />
      </div>
    </fieldset>
  );
}

function RowsOf({ form, field, name, pictures }: OneProps<Extract<EditorField, { kind: 'rows' }>>): JSX.Element {
  return (
    <fieldset class="editor-group" id={fieldId(name)}>
      <legend safe>{field.label}</legend>
      <Said form={form} field={field} name={name} />
      {rowsOf(form.values, name).map((row, at) => (
        <div class="editor-row" role="group" aria-label={`${field.row} ${at + 1}`}>
          <p class="editor-row-name" safe>
            {`${field.row} ${at + 1}`}
          </p>
          <Said form={form} field={{ ...field, help: '' }} name={`${name}.${row}`} />
          <EditorFields
            form={form}
            fields={fieldsOfRow(field, { ...rowValues(form, `${name}.${row}`) })}
            prefix={`${name}.${row}`}
            pictures={pictures}
          />
          <div class="cluster">
            {field.ordered && at > 0 ? (
              <Button
                look="quiet"
                small
                icon="arrow-up"
                name="arrange"
                at={fieldId(name)}
                value={arrangement.up(`${name}.${row}`)}
              >
                Move up
              </Button>
            ) : (
              ''
            )}
            <Button
              look="quiet"
              small
              icon="trash-2"
              name="arrange"
              at={fieldId(name)}
              value={arrangement.remove(`${name}.${row}`)}
            >
              <span safe>{`Remove ${field.row.toLowerCase()} ${at + 1}`}</span>
            </Button>
          </div>
        </div>
      ))}
      <div class="cluster">
        {field.adds.map(({ label, begin = {} }) => (
          <Button
            look="secondary"
            small
            icon="plus"
            name="arrange"
            at={fieldId(name)}
            value={arrangement.add(name, begin)}
          >
            <span safe>{label}</span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Help and error of a whole group. */
function Said({ form, field: { help }, name }: Omit<OneProps, 'pictures'>): JSX.Element {
  const error = form.errors[name];
  return (
    <>
      {help ? (
        <p class="field-help" safe>
          {help}
        </p>
      ) : (
        ''
      )}
      {error ? (
        <p class="field-error" safe>
          {error}
        </p>
      ) : (
        ''
      )}
    </>
  );
}

const valueAt = ({ values }: FormState, name: string): string => String([values[name] ?? ''].flat()[0]);

const rowValues = (form: FormState, name: string) => ({
  kind: valueAt(form, `${name}.kind`),
  type: valueAt(form, `${name}.type`),
});
