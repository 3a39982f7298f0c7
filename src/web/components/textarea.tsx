import { valueOf } from '../form-state.js';
import { controlProps, FieldFrame, type FieldProps } from './field-frame.js';

/** Several lines of text. `mono` for Markdown and other source. */
export function Textarea(props: FieldProps & { rows?: number; maxlength?: number; mono?: boolean }): JSX.Element {
  return (
    <FieldFrame {...props}>
      <textarea
        {...controlProps(props)}
        class={['input', 'input-full', props.mono && 'input-mono']}
        rows={String(props.rows ?? 5)}
        maxlength={props.maxlength}
        safe
      >
        {/* A parser drops the first line break of a textarea: this one is the one to drop. */}
        {`\n${valueOf(props.form, props.name)}`}
      </textarea>
    </FieldFrame>
  );
}
