import { fieldId } from '../../../web/index.js';
import type { ControlsProps, QuestionView } from '../../views/question-view.js';
import type { FileLimits } from './file.js';

const kinds = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' };
const held = (response: Record<string, unknown> | null) => (response?.['files'] ?? []) as string[];

export const fileView: QuestionView = {
  Controls: FileBox,
  script: 'file-answer',
  words: (_question, response) => {
    const files = held(response).length;
    if (files === 0) return 'An examiner judges the answer by a rubric.';
    return files === 1 ? '1 file' : `${files} files`;
  },
};

/** Files are sent as soon as they are chosen; what is handed in are their ids. */
function FileBox({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const { accept, maxFiles, maxBytes } = question as unknown as FileLimits;
  const id = fieldId(`${name}.upload`);
  const words = new Intl.ListFormat('en', { type: 'disjunction' }).format(accept.map((type) => kinds[type]));
  return (
    <file-answer class="field" data-question={question.id} data-name={`${name}.files:list`}>
      <label for={id}>{maxFiles === 1 ? 'Your file' : 'Your files'}</label>
      <p class="field-help" id={`help-${question.id}`} safe>
        {`${words}, at most ${maxBytes / 1_000_000} MB${maxFiles > 1 ? ` each, at most ${maxFiles} files` : ''}. An examiner looks at it.`}
      </p>
      <input
        id={id}
        type="file"
        accept={accept.join(',')}
        multiple={maxFiles > 1}
        aria-describedby={`help-${question.id} ${errorId}`}
      />
      <ul class="file-list">
        {held(response).map((file) => (
          <li>
            <input type="hidden" name={`${name}.files:list`} value={file} />
            <span>A file that was handed in</span>
          </li>
        ))}
      </ul>
      <p role="status"></p>
      <noscript>
        <p class="field-help">Uploading needs JavaScript in the browser.</p>
      </noscript>
    </file-answer>
  );
}
