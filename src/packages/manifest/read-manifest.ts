import { deep, elements, fieldOf, first, linesOf, type XmlElement, xmlItems } from '../../questions/index.js';
import { packageRefused } from '../packages.errors.js';
import type { Manifest, PackageItem, Standard } from './manifest.js';
import { readPrerequisites } from './prerequisites.js';
import { Resources } from './resources.js';
import { Reports } from './reports.js';

/**
 * What a package says of itself. `names`: the files that are really there.
 * @throws DomainError package_refused with every problem at its line; import_refused for a file that is no text
 */
export function readManifest(bytes: Buffer, names: Set<string>): Manifest {
  const reports = new Reports();
  const [read] = [...xmlItems(linesOf(bytes), ['manifest'])];
  if (!read?.element)
    throw packageRefused([{ line: read?.line ?? 1, message: read?.broken ?? 'There is no manifest.' }]);
  const manifest = read.element;
  const organization = organizationOf(manifest, reports);
  const resources = new Resources(manifest, names, reports);
  const items = organization ? itemsOf(organization, resources, reports) : [];
  if (organization && items.length === 0 && reports.problems.length === 0)
    reports.wrong(organization.line, 'No item of it can be opened.');
  checkPrerequisites(items, reports);
  if (reports.problems.length > 0) throw packageRefused(reports.problems);
  const control = first(first(organization, 'sequencing'), 'controlMode')?.attributes ?? {};
  if (organization && deep(organization, 'sequencingRules', 'rollupRules').length > 0)
    reports.note('Rules of sequencing and rollup are not followed: items are opened at will or one after the other.');
  return {
    standard: standardOf(manifest),
    title: (organization && fieldOf(organization, 'title')) || 'Package',
    items: items.map(({ line: _, ...item }) => item),
    inOrder: control.choice === 'false',
    notes: reports.notes,
  };
}

function standardOf(manifest: XmlElement): Standard {
  const metadata = first(manifest, 'metadata');
  const version = metadata ? fieldOf(metadata, 'schemaversion') : '';
  return /2004|CAM|1\.3/i.test(version) ? 'scorm-2004' : 'scorm-1.2';
}

function organizationOf(manifest: XmlElement, reports: Reports): XmlElement | undefined {
  const organizations = first(manifest, 'organizations');
  const all = organizations ? elements(organizations).filter(({ name }) => name === 'organization') : [];
  const named = organizations?.attributes.default;
  const found = named === undefined ? all[0] : all.find(({ attributes }) => attributes.identifier === named);
  if (all.length > 1) reports.note('Only the organization that the package names first is taken.');
  if (!found) {
    const line = organizations?.line ?? manifest.line;
    reports.wrong(line, all.length > 0 ? `There is no organization “${named}”.` : 'There is no organization.');
  }
  return found;
}

interface Placed extends PackageItem {
  line: number;
}

/** Items that open something, in order; those that only group others lend nothing but their place. */
function itemsOf(organization: XmlElement, resources: Resources, reports: Reports): Placed[] {
  const seen = new Set<string>();
  return deep(organization, 'item').flatMap((item) => {
    const { identifier = '', identifierref, parameters = '' } = item.attributes;
    if (identifier === '') reports.wrong(item.line, 'An item has no identifier.');
    else if (seen.has(identifier)) reports.wrong(item.line, `There are two items “${identifier}”.`);
    seen.add(identifier);
    if (identifierref === undefined) return [];
    const resource = resources.find(identifierref, item.line);
    return resource ? [placed(item, resource, parameters)] : [];
  });
}

const placed = (
  item: XmlElement,
  { href, reports }: { href: string; reports: boolean },
  parameters: string,
): Placed => ({
  line: item.line,
  id: item.attributes.identifier ?? '',
  title: fieldOf(item, 'title') || item.attributes.identifier || 'Item',
  launch: withParameters(href, parameters),
  reports,
  prerequisites: fieldOf(item, 'prerequisites'),
  mastery: fieldOf(item, 'masteryscore') || passingMeasure(item),
  launchData: fieldOf(item, 'datafromlms') || fieldOf(item, 'dataFromLMS'),
  timeAllowed: fieldOf(item, 'maxtimeallowed'),
  timeLimitAction: fieldOf(item, 'timelimitaction') || fieldOf(item, 'timeLimitAction'),
});

function passingMeasure(item: XmlElement): string {
  const sequencing = first(item, 'sequencing');
  const objective = sequencing ? deep(sequencing, 'primaryObjective')[0] : undefined;
  return objective?.attributes.satisfiedByMeasure === 'true' ? fieldOf(objective, 'minNormalizedMeasure') || '1.0' : '';
}

/** `?a=1`, `a=1` and `#b` are all written behind an address, which may have a question of its own. */
function withParameters(href: string, parameters: string): string {
  const rest = parameters.replace(/^[?&]+/, '');
  if (rest === '' || rest.startsWith('#')) return href + rest;
  const [path, ...hash] = href.split('#');
  return [`${path}${path!.includes('?') ? '&' : '?'}${rest}`, ...hash].join('#');
}

function checkPrerequisites(items: Placed[], reports: Reports): void {
  const ids = new Set(items.map(({ id }) => id));
  for (const { prerequisites, line } of items) {
    if (prerequisites === '') continue;
    try {
      readPrerequisites(prerequisites, (id) => ids.has(id));
    } catch (error) {
      reports.wrong(line, `The prerequisites cannot be followed: ${(error as Error).message}.`);
    }
  }
}
