import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { medians } from '../support/figures.mjs';

const count = 5000;

/** Reading files of 5,000 questions to the form of authors, in this process: questions per second. */
export async function measureImport({ build, rounds }) {
  const load = (path) => import(pathToFileURL(join(build, 'src/questions/formats', path)).href);
  const [{ readQuestions }, { Authoring }] = await Promise.all([load('read-questions.js'), load('authored-item.js')]);
  const files = { 'Moodle XML': moodle(), QTI: qti() };
  const ways = {};
  for (const [format, bytes] of Object.entries(files)) {
    const seen = [];
    for (let at = 0; at < rounds; at++) {
      const authoring = new Authoring({ topic: 'Bench', source: 'bench' });
      const began = performance.now();
      let taken = 0;
      for await (const item of readQuestions(bytes, format)) if (authoring.complete(item).question) taken++;
      seen.push({ rate: (taken / (performance.now() - began)) * 1000 });
      if (taken !== count) throw new Error(`${format}: ${taken} of ${count} questions were taken`);
    }
    ways[format] = medians(seen);
  }
  return ways;
}

const each = (write) => Array.from({ length: count }, (_, at) => write(at)).join('\n');
const options = ['frontalis', 'procerus', 'corrugator'];

function moodle() {
  const answers = options
    .map((text, at) => `<answer fraction="${at ? 0 : 100}"><text>${text}</text></answer>`)
    .join('');
  const question = (at) =>
    `<question type="multichoice"><name><text>Q${at}</text></name><questiontext format="html"><text><![CDATA[<p>Which muscle <b>${at}</b> lifts the brow?</p>]]></text></questiontext><single>true</single>${answers}</question>`;
  return Buffer.from(`<quiz>\n${each(question)}\n</quiz>`);
}

function qti() {
  const choices = options.map((text) => `<simpleChoice identifier="${text}">${text}</simpleChoice>`).join('');
  const item = (at) =>
    `<assessmentItem identifier="q${at}" title="Q${at}"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>frontalis</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="RESPONSE"><prompt>Which muscle ${at} lifts the brow?</prompt>${choices}</choiceInteraction></itemBody><responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>`;
  return Buffer.from(`<assessmentItem-list>\n${each(item)}\n</assessmentItem-list>`);
}
