import { posix } from 'node:path';
import { DomainError } from '../../../shared/index.js';
import { readQti } from '../qti/read-qti.js';
import type { ReadItem } from '../read-item.js';
import { fileRefused } from '../refusals.js';
import { all, type XmlElement } from '../source/element.js';
import { linesOf } from '../source/lines.js';
import { xmlItems } from '../source/xml-items.js';
import { PackageFiles } from './package-files.js';

const manifestName = 'imsmanifest.xml';
/** Items of 2.x and 3.0, and the one file that holds all of 1.2. */
const itemTypes = /^(imsqti_item_xmlv\d|imsqti_xmlv1p\d|imsqti_assessment_xmlv1p\d)/;

/** The questions of a QTI package, in the order of its manifest, one file after the other. @throws DomainError */
export async function* readPackage(bytes: Buffer): AsyncGenerator<ReadItem> {
  const files = await PackageFiles.open(bytes);
  const named = files.names.find((name) => name === manifestName || name.endsWith(`/${manifestName}`));
  const manifest = named === undefined ? undefined : await files.read(named);
  if (named === undefined || !manifest) throw fileRefused(`The package has no ${manifestName}.`);
  const folder = posix.dirname(named);
  const resources = resourcesOf(manifest);
  if (resources.length === 0) throw fileRefused(`${manifestName} names no questions.`);
  for (const { href, line } of resources) {
    const name = posix.join(folder, href);
    const item = await files.read(name);
    if (item) yield* itemsOf(item, name);
    else
      yield { line, file: named, name: href, notes: [], refused: `The package does not hold “${href.slice(0, 80)}”.` };
  }
}

function* itemsOf(bytes: Buffer, name: string): Generator<ReadItem> {
  try {
    yield* readQti(linesOf(bytes), name);
  } catch (error) {
    throw about(name, error);
  }
}

/** The same refusal with the file of the package it is about. */
const about = (name: string, error: unknown): unknown =>
  error instanceof DomainError ? fileRefused(`${name.slice(0, 80)}: ${error.message}`) : error;

function resourcesElement(manifest: Buffer): XmlElement {
  try {
    const [read] = [...xmlItems(linesOf(manifest), ['resources'])];
    return read?.element ?? { name: '', attributes: {}, content: [], line: 1 };
  } catch (error) {
    throw about(manifestName, error);
  }
}

function resourcesOf(manifest: Buffer): { href: string; line: number }[] {
  return all(resourcesElement(manifest), 'resource')
    .filter(({ attributes }) => itemTypes.test(attributes.type ?? ''))
    .map((resource) => {
      const href = resource.attributes.href ?? all(resource, 'file')[0]?.attributes.href ?? '';
      return { href: decoded(href), line: resource.line };
    });
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
