/** How far along. The label is read aloud; `text` is also shown, for example "7 of 12 lessons". */
export function Progress(props: { value: number; max: number; label: string; text?: string }): JSX.Element {
  return (
    <div class="progress">
      <progress value={props.value} max={Math.max(props.max, 1)} aria-label={props.label} />
      {props.text ? (
        <span class="progress-text" safe>
          {props.text}
        </span>
      ) : (
        ''
      )}
    </div>
  );
}
