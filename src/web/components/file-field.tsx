import { controlProps, FieldFrame, type FieldProps } from './field-frame.js';

/** A file to be sent with a form of `enctype="multipart/form-data"`. No browser puts a chosen file back. */
export function FileField(props: FieldProps & { accept?: string }): JSX.Element {
  return (
    <FieldFrame {...props}>
      <input {...controlProps(props)} type="file" class="input input-full" accept={props.accept} />
    </FieldFrame>
  );
}
