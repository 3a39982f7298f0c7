import { all, first, type XmlElement } from '../../questions/index.js';
import type { Reports } from './reports.js';
import { withinPackage } from './within-package.js';

/** The resources of a manifest that can be opened. */
export class Resources {
  private readonly byId = new Map<string, XmlElement>();
  private readonly base: string[];

  constructor(
    manifest: XmlElement,
    private readonly names: Set<string>,
    private readonly reports: Reports,
  ) {
    const resources = first(manifest, 'resources');
    this.base = [manifest.attributes.base ?? '', resources?.attributes.base ?? ''];
    for (const resource of resources ? all(resources, 'resource') : []) {
      const { identifier = '' } = resource.attributes;
      if (this.byId.has(identifier)) reports.wrong(resource.line, `There are two resources “${identifier}”.`);
      this.byId.set(identifier, resource);
      this.noteMissing(resource);
    }
  }

  /** Where it is, with the question and place that its address names. Reports what is wrong with it. */
  find(id: string, line: number): { href: string; reports: boolean } | undefined {
    const resource = this.byId.get(id);
    const href = resource?.attributes.href;
    if (!resource) return this.wrong(line, `There is no resource “${id.slice(0, 80)}”.`);
    if (href === undefined)
      return this.wrong(resource.line, 'An item opens this resource, which names no file (href).');
    const rest = /[?#].*$/s.exec(href)?.[0] ?? '';
    const path = this.pathOf(resource, href.slice(0, href.length - rest.length));
    if (path === undefined) return this.wrong(resource.line, `“${href.slice(0, 80)}” leads out of the package.`);
    if (!this.names.has(path)) return this.wrong(resource.line, `The package does not hold “${path.slice(0, 80)}”.`);
    const type = resource.attributes.scormtype ?? resource.attributes.scormType ?? 'asset';
    return { href: path + rest, reports: type.toLowerCase() === 'sco' };
  }

  private pathOf(resource: XmlElement, href: string): string | undefined {
    return withinPackage(...this.base, resource.attributes.base ?? '', decoded(href));
  }

  /** Files that are named and not there are what many tools leave behind: said, not refused. */
  private noteMissing(resource: XmlElement): void {
    for (const file of all(resource, 'file')) {
      const path = this.pathOf(resource, file.attributes.href ?? '');
      if (path === undefined || !this.names.has(path))
        this.reports.note(
          `Line ${file.line}: the package does not hold “${(file.attributes.href ?? '').slice(0, 80)}”.`,
        );
    }
  }

  private wrong(line: number, message: string): undefined {
    this.reports.wrong(line, message);
  }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
