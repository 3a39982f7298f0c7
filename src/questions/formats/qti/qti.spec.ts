import { Authoring } from '../authored-item.js';
import { linesOf } from '../source/lines.js';
import { readQti } from './read-qti.js';

const read = (xml: string) => {
  const authoring = new Authoring({ topic: 'Unsorted', source: 'qti.xml' });
  return [...readQti(linesOf(Buffer.from(xml)))].map((item) => authoring.complete(item));
};
const templates = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/';
const processed = (template: string) => `<responseProcessing template="${templates}${template}"/>`;
const declared = (inner: string, cardinality = 'single', baseType = 'identifier', id = 'RESPONSE') =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}">${inner}</responseDeclaration>`;
const correct = (...values: string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;
const mapped = (entries: Record<string, number>, attributes = 'defaultValue="0"') =>
  `<mapping ${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;
const item = (declarations: string, body: string, processing: string, attributes = '') =>
  `<?xml version="1.0"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Q1" title="One" adaptive="false" timeDependent="false" ${attributes}>${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${processing}</assessmentItem>`;
const choices = (...ids: string[]) =>
  `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="0"><prompt>Which?</prompt>${ids.map((id) => `<simpleChoice identifier="${id}">${id}!</simpleChoice>`).join('')}</choiceInteraction>`;
const entry = (id = 'RESPONSE') => `<textEntryInteraction responseIdentifier="${id}"/>`;
const when = (test: string, worth = '1', id = 'RESPONSE') =>
  `<responseCondition><responseIf>${test.replace('%', `<variable identifier="${id}"/><correct identifier="${id}"/>`)}<setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">${worth}</baseValue></sum></setOutcomeValue></responseIf></responseCondition>`;
const rp = (...conditions: string[]) => `<responseProcessing>${conditions.join('')}</responseProcessing>`;
const sets = `<simpleMatchSet><simpleAssociableChoice identifier="a">A</simpleAssociableChoice><simpleAssociableChoice identifier="b">B</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="x">X</simpleAssociableChoice><simpleAssociableChoice identifier="y">Y</simpleAssociableChoice></simpleMatchSet>`;
const matching = `<matchInteraction responseIdentifier="RESPONSE"><prompt>Match.</prompt>${sets}</matchInteraction>`;

describe('QTI 2', () => {
  it.each<[string, string, object]>([
    [
      'one choice',
      item(declared(correct('b')), `<p>Look.</p>${choices('a', 'b')}`, processed('match_correct')),
      {
        id: 'q1',
        type: 'single',
        text: 'Look.\nWhich?',
        options: [
          { text: 'a!', correct: false },
          { text: 'b!', correct: true },
        ],
      },
    ],
    [
      'choices with parts of the marks',
      item(declared(mapped({ a: 2, b: 1 })), choices('a', 'b', 'c'), processed('map_response')),
      { marks: 2, options: [{ correct: true }, { credit: '0.5' }, { correct: false }] },
    ],
    [
      'several choices as a whole',
      item(declared(correct('a', 'b'), 'multiple'), choices('a', 'b', 'c'), processed('match_correct.xml')),
      { type: 'multiple', scoring: 'all' },
    ],
    [
      'several choices one by one',
      item(
        declared(mapped({ a: 1, b: 1, c: -2 }, 'lowerBound="0"'), 'multiple'),
        choices('a', 'b', 'c'),
        processed('map_response'),
      ),
      { type: 'multiple', scoring: 'perOption', marks: 2 },
    ],
    [
      'true and false',
      item(
        declared(correct('f')),
        choices('t', 'f').replace('t!', 'True').replace('f!', 'False'),
        processed('match_correct'),
      ),
      { type: 'trueFalse', answer: false },
    ],
    [
      'pairs',
      item(declared(mapped({ 'a x': 1, 'b y': 1 }), 'multiple', 'directedPair'), matching, processed('map_response')),
      {
        type: 'matching',
        marks: 2,
        stems: [
          { text: 'A', match: 'c1' },
          { text: 'B', match: 'c2' },
        ],
      },
    ],
    [
      'an order',
      item(
        declared(correct('c', 'a', 'b'), 'ordered'),
        choices('a', 'b', 'c').replaceAll('choiceInteraction', 'orderInteraction'),
        processed('match_correct'),
      ),
      { type: 'ordering', items: [{ text: 'c!' }, { text: 'a!' }, { text: 'b!' }] },
    ],
    [
      'a number',
      item(declared(correct('2.5'), 'single', 'float'), `<p>How much? ${entry()}</p>`, processed('match_correct')),
      { type: 'numeric', text: 'How much?', answer: '2.5', tolerance: { kind: 'absolute', by: '0' } },
    ],
    [
      'a number give or take',
      item(
        declared(correct('2.5'), 'single', 'float'),
        `<p>${entry()} mL</p>`,
        rp(when('<equal toleranceMode="absolute" tolerance="0.1">%</equal>', '2')),
      ),
      { text: '_____ mL', marks: 2, tolerance: { kind: 'absolute', by: '0.1' } },
    ],
    [
      'a number with uneven ends',
      item(
        declared(correct('2.5'), 'single', 'float'),
        `<p>Q ${entry()}</p>`,
        rp(when('<equal toleranceMode="absolute" tolerance="0.5 1">%</equal>')),
      ),
      { tolerance: { kind: 'range', from: '2', to: '3.5' } },
    ],
    [
      'a relative tolerance',
      item(
        declared(correct('2.5'), 'single', 'float'),
        `<p>Q ${entry()}</p>`,
        rp(when('<equal toleranceMode="relative" tolerance="5">%</equal>')),
      ),
      { tolerance: { kind: 'relative', percent: '5' } },
    ],
    [
      'significant figures',
      item(
        declared(correct('2.5'), 'single', 'float'),
        `<p>Q ${entry()}</p>`,
        rp(when('<equalRounded roundingMode="significantFigures" figures="2">%</equalRounded>')),
      ),
      { tolerance: { kind: 'figures', figures: 2 } },
    ],
    [
      'words',
      item(
        declared(mapped({ glabella: 1, brow: 0.5 }), 'single', 'string'),
        `<p>Where? ${entry()}</p>`,
        processed('map_response'),
      ),
      {
        type: 'shortAnswer',
        caseSensitive: true,
        accept: [
          { text: 'glabella', credit: '1' },
          { text: 'brow', credit: '0.5' },
        ],
      },
    ],
    [
      'gaps',
      item(
        declared(correct('2.5'), 'single', 'float', 'A') + declared(correct('y'), 'single', 'identifier', 'B'),
        `<p>Take ${entry('A')} and <inlineChoiceInteraction responseIdentifier="B"><inlineChoice identifier="x">fast</inlineChoice><inlineChoice identifier="y">slowly</inlineChoice></inlineChoiceInteraction>.</p>`,
        rp(when('<match>%</match>', '1', 'A'), when('<match>%</match>', '2', 'B')),
      ),
      {
        type: 'cloze',
        text: 'Take {{g1}} and {{g2}}.',
        marks: 3,
        gaps: [
          { kind: 'number' },
          { kind: 'choice', weight: 2, options: [{ text: 'fast' }, { text: 'slowly', correct: true }] },
        ],
      },
    ],
    [
      'an essay',
      item(
        declared('', 'single', 'string'),
        '<p>Why?</p><rubricBlock view="scorer"><p>Safety.</p></rubricBlock><extendedTextInteraction responseIdentifier="RESPONSE"/>',
        '',
      ),
      { type: 'essay', text: 'Why?', rubric: [{ criterion: 'Safety.' }] },
    ],
    [
      'a file',
      item(
        declared('', 'single', 'file'),
        '<p>Hand in.</p><uploadInteraction responseIdentifier="RESPONSE" type="application/pdf"/>',
        '',
      ),
      { type: 'file', accept: ['application/pdf'] },
    ],
  ])('reads %s', (_, xml, expected) => {
    expect(read(xml)).toMatchObject([{ line: 2, name: 'One', question: expected }]);
  });

  it('reads the same words of 3.0', () => {
    const xml = `<qti-assessment-item identifier="v3" title="Three"><qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>b</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-choice-interaction response-identifier="RESPONSE"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice></qti-choice-interaction></qti-item-body><qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`;
    expect(read(xml)).toMatchObject([
      { question: { id: 'v3', type: 'single', options: [{ correct: false }, { correct: true }] } },
    ]);
  });

  it.each<[string, string]>([
    [item('', '<p>Only words.</p>', ''), 'It is a text without a question.'],
    [item('', choices('a', 'b'), processed('match_correct')), 'The response “RESPONSE” is not declared.'],
    [item(declared(correct('a')), choices('a', 'b'), ''), 'Nothing says how it is marked.'],
    [
      item(declared(correct('a')), choices('a', 'b'), '<responseProcessing template="http://example.org/own.xml"/>'),
      'Its response processing “http://example.org/own.xml” is not a standard one.',
    ],
    [
      item(declared(correct('a')), choices('a', 'b'), rp('<lookupOutcomeValue/>')),
      'Its response processing is not a standard one (“lookupOutcomeValue”).',
    ],
    [
      item(declared(correct('a')), choices('a', 'b'), rp(when('<stringMatch>%</stringMatch>'))),
      'Its response processing is not a standard one (“stringMatch”).',
    ],
    [
      item(
        declared(correct('a')),
        choices('a', 'b'),
        rp(when('<match>%</match>').replace('</responseIf>', '</responseIf><responseElseIf/>')),
      ),
      'Its response processing is not a standard one (“responseCondition”).',
    ],
    [
      item(declared(correct('a', 'b')), choices('a', 'b'), processed('match_correct')),
      '2 options are right; exactly one must be.',
    ],
    [
      item(declared(mapped({ a: 1, b: -1 }), 'multiple'), choices('a', 'b'), processed('map_response')),
      'Wrong answers take it below zero; here nothing does.',
    ],
    [
      item(declared(mapped({ a: 1.5 })), choices('a', 'b'), processed('map_response')),
      'It is worth 1.5 marks: questions here are worth whole marks from 1 to 100.',
    ],
    [
      item(declared(correct('2,5'), 'single', 'float'), `<p>${entry()}</p>`, processed('match_correct')),
      'The answer “2,5” cannot be read as a number with a point.',
    ],
    [
      item(
        declared(correct('2.5'), 'single', 'float'),
        `<p>${entry()}</p>`,
        rp(when('<equal toleranceMode="absolute" tolerance="1" includeLowerBound="false">%</equal>')),
      ),
      'An end of its tolerance is not a right answer; here both ends are.',
    ],
    [
      item(declared(mapped({ 'a x': 1 }), 'multiple', 'directedPair'), matching, processed('map_response')),
      '“B” has no partner; each line has one.',
    ],
    [
      item(declared(mapped({ 'a x': 1, 'b y': 2 }), 'multiple', 'directedPair'), matching, processed('map_response')),
      'Its pairs do not earn the same share each.',
    ],
    [
      item(declared(correct('a')), choices('a', 'b') + choices('a', 'b'), processed('match_correct')),
      'It asks several questions in one.',
    ],
    [
      item('', '<sliderInteraction responseIdentifier="RESPONSE"/>', ''),
      'The interaction “sliderInteraction” is not known here.',
    ],
    [
      item('', '<hotspotInteraction responseIdentifier="RESPONSE"/>', ''),
      'Questions on pictures are drawn anew in the editor.',
    ],
    [item('<templateDeclaration identifier="X"/>', choices('a'), ''), 'It draws numbers by a template of its own.'],
    [
      item(declared(correct('a')), choices('a', 'b'), processed('match_correct')).replace(
        'adaptive="false"',
        'adaptive="true"',
      ),
      'It asks again until it is answered; that is not done here.',
    ],
  ])('refuses %#', (xml, reason) => {
    expect(read(xml)).toMatchObject([{ refused: reason }]);
  });
});

describe('QTI 1.2', () => {
  const material = (text: string, type = 'text/html') =>
    `<material><mattext texttype="${type}">${text}</mattext></material>`;
  const lid = (labels: string[], cardinality = 'Single', ident = 'r', more = '') =>
    `<response_lid ident="${ident}" rcardinality="${cardinality}">${more}<render_choice>${labels.map((each) => `<response_label ident="${each}">${material(each.toUpperCase())}</response_label>`).join('')}</render_choice></response_lid>`;
  const str = '<response_str ident="r" rcardinality="Single"><render_fib/></response_str>';
  const earns = (test: string, points = 100, action = 'Set') =>
    `<respcondition><conditionvar>${test}</conditionvar><setvar action="${action}" varname="SCORE">${points}</setvar></respcondition>`;
  const equals = (value: string, ident = 'r') => `<varequal respident="${ident}">${value}</varequal>`;
  const old = (presentation: string, ...conditions: string[]) =>
    read(
      `<questestinterop><assessment><section><item ident="i1" title="Old"><presentation>${material('Which?')}${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100"/></outcomes>${conditions.join('')}</resprocessing></item></section></assessment></questestinterop>`,
    )[0]!;

  it.each<[string, ReturnType<typeof old>, object]>([
    [
      'one choice',
      old(lid(['a', 'b']), earns(equals('b'))),
      {
        type: 'single',
        text: 'Which?',
        options: [
          { text: 'A', correct: false },
          { text: 'B', correct: true },
        ],
      },
    ],
    ['true and false', old(lid(['true', 'false']), earns(equals('true'))), { type: 'trueFalse', answer: true }],
    [
      'several as a whole',
      old(lid(['a', 'b', 'c'], 'Multiple'), earns(`<and>${equals('a')}${equals('b')}<not>${equals('c')}</not></and>`)),
      { type: 'multiple', scoring: 'all' },
    ],
    [
      'several one by one',
      old(
        lid(['a', 'b', 'c'], 'Multiple'),
        earns(equals('a'), 1, 'Add'),
        earns(equals('b'), 1, 'Add'),
        earns(equals('c'), -2, 'Add'),
      ),
      { type: 'multiple', scoring: 'perOption', marks: 2 },
    ],
    [
      'words',
      old(str, earns(equals('brow')), earns(equals('forehead'), 50)),
      { type: 'shortAnswer', accept: [{ text: 'brow' }, { credit: '0.5' }] },
    ],
    [
      'a range',
      old(
        str,
        earns(`<or>${equals('2.5')}<and><vargte respident="r">2</vargte><varlte respident="r">3</varlte></and></or>`),
      ),
      { type: 'numeric', answer: '2.5', tolerance: { kind: 'range', from: '2', to: '3' } },
    ],
    ['an essay', old(str), { type: 'essay' }],
    [
      'pairs',
      old(
        lid(['x', 'y'], 'Single', 's', material('S')) + lid(['x', 'y'], 'Single', 't', material('T')),
        earns(equals('y', 's'), 50, 'Add'),
        earns(equals('x', 't'), 50, 'Add'),
      ),
      {
        type: 'matching',
        text: 'Which?',
        stems: [
          { text: 'S', match: 'c2' },
          { text: 'T', match: 'c1' },
        ],
      },
    ],
  ])('reads %s', (_, got, expected) => {
    expect(got).toMatchObject({ name: 'Old', question: expected });
  });

  it.each<[ReturnType<typeof old>, string]>([
    [old(''), 'It is a text without a question.'],
    [old(lid(['a', 'b'])), 'No option is right.'],
    [old(lid(['a', 'b'], 'Ordered')), 'Orders of QTI 1.2 are not read.'],
    [
      old(lid(['a', 'b', 'c'], 'Multiple'), earns(`<and>${equals('a')}${equals('b')}</and>`)),
      'It does not say of every option whether it is right.',
    ],
    [
      old(str, earns('<vargt respident="r">1</vargt>')),
      'An end of its tolerance is not a right answer; here both ends are.',
    ],
    [old(str, earns('<vargte respident="r">1</vargte>')), 'Its range has one end only.'],
    [
      old(str, earns('<or><vargte respident="r">1</vargte><varlte respident="r">0</varlte></or>')),
      'Its range is open on one side.',
    ],
    [
      old(str, earns('<varsubstring respident="r">x</varsubstring>')),
      'Its response processing is not understood (“varsubstring”).',
    ],
    [old('<response_xy ident="r"/>'), 'Questions on pictures are drawn anew in the editor.'],
    [old(str, earns('<other/>')), 'Any other answer earns points.'],
    [old(lid(['a', 'b']), earns(equals('a'), 100, 'Multiply')), 'A condition changes points by “multiply”.'],
    [
      old(lid(['x', 'y'], 'Single', 's') + lid(['x', 'y'], 'Single', 't'), earns(equals('y', 's'))),
      'A line has not exactly one partner.',
    ],
  ])('refuses %#', (got, reason) => {
    expect(got.refused).toBe(reason);
  });
});
