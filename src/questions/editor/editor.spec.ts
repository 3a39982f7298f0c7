import { authoredQuestion } from '../authored.js';
import { samples } from '../types/samples.js';
import { arrangeRows } from './arrange-rows.js';
import { editorSchema } from './editor-schema.js';
import { editorFields } from './editors.js';
import { fillEditor } from './fill-editor.js';

const aCase = authoredQuestion.parse({
  ...{ id: 'a-case', type: 'vignette', topic: 't', text: 'A patient.', source: 'S' },
  parts: samples.slice(0, 4).map(({ topic: _, difficulty: __, cognitive: ___, ...part }) => part),
});

describe('the editor', () => {
  it.each([...samples, aCase].map((question) => [question.id, question] as const))(
    'gives %s back as it was written',
    (_, question) => {
      const typed = fillEditor(editorFields(question.type), question);
      expect(editorSchema(question.type).parse(typed)).toEqual(question);
    },
  );

  it('says at each field what is wrong', () => {
    const { type } = samples[0]!;
    const typed = {
      ...fillEditor(editorFields(type), samples[0]!),
      'question.options.1.text': '',
      'question.marks': 'x',
    };
    const refused = editorSchema(type).safeParse(typed);
    const said = refused.error!.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(Object.fromEntries(said)).toEqual({
      'question.options.1.text': 'It is empty.',
      'question.marks': 'Enter a whole number.',
    });
  });

  it('names new rows as no other row is named', () => {
    const { type } = samples[0]!;
    const typed = fillEditor(editorFields(type), samples[0]!);
    const more = {
      ...arrangeRows(typed, { add: { list: 'question.options', begin: {} } }),
      'question.options.3.text': 'D',
    };
    const { options } = editorSchema(type).parse(more) as unknown as { options: { id: string }[] };
    expect(options.map(({ id }) => id)).toEqual(['canary-best', 'canary-half', 'canary-bad', 'r1']);
  });
});

describe('rows of the editor', () => {
  const typed = {
    'q.rows.0.text': 'a',
    'q.rows.1.text': 'b',
    'q.rows.1.in.0.x': 'deep',
    'q.rows.2.text': 'c',
    'q.row': 'r',
  };

  it('go, and the others close up', () => {
    expect(arrangeRows(typed, { remove: 'q.rows.0' })).toEqual({
      ...{ 'q.rows.0.text': 'b', 'q.rows.0.in.0.x': 'deep', 'q.rows.1.text': 'c', 'q.row': 'r' },
    });
  });

  it('move up by one, the first one nowhere', () => {
    expect(arrangeRows(typed, { up: 'q.rows.2' })).toMatchObject({ 'q.rows.1.text': 'c', 'q.rows.2.text': 'b' });
    expect(arrangeRows(typed, { up: 'q.rows.0' })).toEqual(typed);
  });

  it('are added after the last one', () => {
    expect(arrangeRows(typed, { add: { list: 'q.rows', begin: { kind: 'text' } } })).toMatchObject({
      ...{ 'q.rows.3.id': '', 'q.rows.3.kind': 'text' },
    });
  });
});
