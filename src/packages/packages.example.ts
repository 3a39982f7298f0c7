import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { CourseQueries } from '../courses/index.js';
import type { Database } from '../database/index.js';
import { GrantAccess } from '../enrollment/index.js';
import { EnsurePerson } from '../users/index.js';

export const course = 'foundations';
export const lesson = 'facial-layers';
export const password = 'cannula-orbit-lantern-73';

export function zipOf(files: Record<string, string | Buffer>, options: object = {}): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content as string), name, options);
  archive.end();
  return buffer(archive.outputStream);
}

interface Described {
  version?: '1.2' | '2004';
  /** Within `<item>`, after its title. */
  items?: { id: string; more?: string; ref?: string }[];
  resources?: string;
  organization?: string;
}

/** A manifest, one element a line. */
export const manifestOf = ({
  version = '1.2',
  items = [{ id: 'one' }],
  resources,
  organization = '',
}: Described = {}) => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>${version === '1.2' ? '1.2' : '2004 4th Edition'}</schemaversion></metadata>
<organizations default="o">
<organization identifier="o"><title>Sharps and storage</title>
${items.map(({ id, more = '', ref = 'r' }) => `<item identifier="${id}" identifierref="${ref}"><title>Item ${id}</title>${more}</item>`).join('\n')}
${organization}
</organization>
</organizations>
<resources>
${resources ?? '<resource identifier="r" type="webcontent" adlcp:scormtype="sco" adlcp:scormType="sco" href="sco/index.html?from=manifest"><file href="sco/index.html"/></resource>'}
</resources>
</manifest>`;

/** A tiny package: shows where it is, remembers the page and a text, ends with a score. */
const sco = `<!doctype html><html lang="en"><head><title>SCO</title></head><body>
<h1>Sharps</h1><p id="who"></p><p id="where"></p><p id="kept"></p><p id="said"></p>
<button id="turn">Turn the page</button><button id="end">Finish</button>
<script src="sco.js"></script></body></html>`;

const find = `function find(name) { for (let w = window; ; w = w.parent) { if (w[name]) return w[name]; if (w === w.parent) return null; } }
const show = (id, text) => (document.getElementById(id).textContent = text);`;

const script12 = `${find}
const api = find('API');
api.LMSInitialize('');
show('who', api.LMSGetValue('cmi.core.student_name'));
let page = Number(api.LMSGetValue('cmi.core.lesson_location') || '1');
const at = () => show('where', 'Page ' + page);
at(); show('kept', api.LMSGetValue('cmi.suspend_data') || 'Nothing kept');
if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
document.getElementById('turn').onclick = () => {
  page += 1; at();
  api.LMSSetValue('cmi.core.lesson_location', String(page));
  api.LMSSetValue('cmi.suspend_data', 'page ' + page + ' was seen');
  api.LMSSetValue('cmi.core.session_time', '00:01:30');
  api.LMSSetValue('cmi.core.exit', 'suspend');
  show('said', 'Commit says ' + api.LMSCommit(''));
};
let ended = false;
const end = () => { if (!ended) { ended = true; api.LMSFinish(''); } };
document.getElementById('end').onclick = () => {
  api.LMSSetValue('cmi.core.score.raw', '85');
  api.LMSSetValue('cmi.core.lesson_status', 'passed');
  end(); show('said', 'Finished');
};
addEventListener('pagehide', end);`;

const script2004 = `${find}
const api = find('API_1484_11');
api.Initialize('');
show('who', api.GetValue('cmi.learner_name'));
let page = Number(api.GetValue('cmi.location') || '1');
const at = () => show('where', 'Page ' + page);
at(); show('kept', api.GetValue('cmi.suspend_data') || 'Nothing kept');
document.getElementById('turn').onclick = () => {
  page += 1; at();
  api.SetValue('cmi.location', String(page));
  api.SetValue('cmi.suspend_data', 'page ' + page + ' was seen');
  api.SetValue('cmi.session_time', 'PT1M30S');
  api.SetValue('cmi.exit', 'suspend');
  show('said', 'Commit says ' + api.Commit(''));
};
let ended = false;
const end = () => { if (!ended) { ended = true; api.Terminate(''); } };
document.getElementById('end').onclick = () => {
  api.SetValue('cmi.score.scaled', '0.85');
  api.SetValue('cmi.completion_status', 'completed');
  api.SetValue('cmi.success_status', 'passed');
  end(); show('said', 'Finished');
};
addEventListener('pagehide', end);`;

/** The files of a package that plays. */
export const filesOf = (described: Described = {}): Record<string, string> => ({
  'imsmanifest.xml': manifestOf(described),
  'sco/index.html': sco,
  'sco/sco.js': described.version === '2004' ? script2004 : script12,
});

let people = 0;

/** Somebody who may study the course. */
export async function learnerOf(app: {
  db: Database;
  get<T>(type: new (...parameters: never[]) => T): T;
}): Promise<{ email: string; personId: string; name: string }> {
  people += 1;
  const name = 'Ida Nørgaard';
  const email = `ida-${people}@packages.test`;
  const personId = await app.get(EnsurePerson).execute({ name, email, roles: ['learner'], password });
  const courseIds = [(await app.get(CourseQueries).idsBySlug([course])).get(course)!];
  const grant = { personId, sourceKind: 'test', sourceId: email, courseIds };
  await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, grant));
  return { email, personId, name };
}
