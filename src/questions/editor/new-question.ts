import type { FormState } from '../../web/index.js';
import { arrangeRows } from './arrange-rows.js';
import { type AuthoredType, editorFields } from './editors.js';

/** Where a new question begins: with room for two of whatever it lists. */
export function newQuestion(type: string): FormState['values'] {
  const lists = editorFields(type as AuthoredType).filter(
    (field) => field.kind === 'rows' && !field.optional && field.adds.length === 1,
  );
  const begin: FormState['values'] = {
    ...{
      'question.type': type,
      'question.marks': '1',
      'question.difficulty': 'moderate',
      'question.cognitive': 'recall',
    },
  };
  return lists.reduce((typed, { name }) => {
    const add = { list: `question.${name}`, begin: {} };
    return arrangeRows(arrangeRows(typed, { add }), { add });
  }, begin);
}
