import { chars, tag } from '../../questions/index.js';

/** A file of the cartridge with how it is listed. */
export interface Resource {
  id: string;
  type: string;
  href: string;
  bytes: Buffer;
  /** Files that it shows. */
  files?: string[];
}

export interface Place {
  title: string;
  items: { title: string; resource: string }[];
}

export const webContent = 'webcontent';
export const assessment = 'imsqti_xmlv1p2/imscc_xmlv1p3/assessment';
export const webLink = 'imswl_xmlv1p3';

/** `imsmanifest.xml` of Common Cartridge 1.3: where everything stands, and which files there are. */
export function manifestOf(id: string, title: string, outline: Place[], resources: Resource[]): string {
  const named = (text: string) => tag('title', {}, chars(text));
  const modules = outline.map((part, at) =>
    tag(
      'item',
      { identifier: `m${at + 1}` },
      named(part.title),
      ...part.items.map((item, index) =>
        tag('item', { identifier: `m${at + 1}i${index + 1}`, identifierref: item.resource }, named(item.title)),
      ),
    ),
  );
  const listed = resources.map(({ id: identifier, type, href, files = [] }) =>
    tag(
      'resource',
      type === webContent ? { identifier, type, href } : { identifier, type },
      ...[href, ...files].map((file) => tag('file', { href: file })),
    ),
  );
  const space = 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1';
  const lom = 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest';
  const called = tag('lomimscc:string', { language: 'en' }, chars(title));
  const manifest = tag(
    'manifest',
    { identifier: id, xmlns: space, 'xmlns:lomimscc': lom },
    tag(
      'metadata',
      {},
      tag('schema', {}, 'IMS Common Cartridge'),
      tag('schemaversion', {}, '1.3.0'),
      tag('lomimscc:lom', {}, tag('lomimscc:general', {}, tag('lomimscc:title', {}, called))),
    ),
    tag(
      'organizations',
      {},
      tag(
        'organization',
        { identifier: 'outline', structure: 'rooted-hierarchy' },
        tag('item', { identifier: 'root' }, ...modules),
      ),
    ),
    tag('resources', {}, ...listed),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${manifest}\n`;
}
