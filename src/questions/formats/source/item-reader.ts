import { SaxesParser } from 'saxes';
import { fileRefused } from '../refusals.js';
import type { XmlElement } from './element.js';
import type { Line } from './lines.js';

/** An item of an XML file: read, or broken with the line and the reason. */
export interface XmlItem {
  line: number;
  element?: XmlElement;
  broken?: string;
}

const deepest = 64;
const longestItem = 8_000_000;

/** Where an item began, and all that was read of it since. */
export interface Started {
  line: number;
  column: number;
  raw: Line[];
}
interface Failure {
  line: number;
  reason: string;
  started: Started | undefined;
}
class Broken extends Error {}

/** One run of the parser. It stops for good at the first thing that is wrong. */
export class ItemReader {
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  private readonly stack: XmlElement[] = [];
  private readonly done: XmlItem[] = [];
  private started: Started | undefined;
  private current: Line = { number: 1, text: '' };
  private depth = 0;
  private size = 0;

  /** `resumedAt`: the line where reading goes on amid a file, whose root is open. */
  constructor(
    private readonly names: string[],
    resumedAt?: number,
  ) {
    this.parser.on('error', ({ message }) => {
      throw new Broken(message.replace(/^\d+:\d+: /, ''));
    });
    this.parser.on('doctype', (text) => {
      if (/<!ENTITY|SYSTEM\s+["'](?!https?:\/\/www\.imsglobal)/i.test(text))
        throw fileRefused('The file declares entities of its own. That is not allowed.', this.current.number);
    });
    this.parser.on('opentag', (tag) => this.opened(tag.name, tag.attributes));
    this.parser.on('text', (text) => this.stack.at(-1)?.content.push(text));
    this.parser.on('cdata', (text) => this.stack.at(-1)?.content.push(text));
    this.parser.on('closetag', () => this.closed());
    if (resumedAt === undefined) return;
    this.current = { number: resumedAt, text: '' };
    this.parser.write('<items>');
  }

  /** Reads a line, or the end of the file. */
  read(line: Line | undefined): Failure | undefined {
    this.current = line ?? this.current;
    try {
      if (line) this.keep(line);
      if (line) this.parser.write(line.text);
      else this.parser.close();
      return undefined;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const reason = `The XML is not well-formed: ${error.message}`;
      return { line: this.current.number, reason, started: this.started };
    }
  }

  take(): XmlItem[] {
    return this.done.splice(0);
  }

  private keep(line: Line): void {
    if (!this.started) return;
    this.started.raw.push(line);
    this.size += line.text.length;
    if (this.size > longestItem) throw fileRefused('A question is longer than 8,000,000 characters.', line.number);
  }

  private opened(qualified: string, attributes: Record<string, string>): void {
    if (++this.depth > deepest) throw fileRefused(`Elements stand deeper than ${deepest}.`, this.current.number);
    const name = localName(qualified);
    const isItem = this.names.includes(name);
    if (isItem && this.started) throw new Broken(`<${name}> begins before the last one ended`);
    if (isItem) this.begin(qualified);
    if (!isItem && this.stack.length === 0) return;
    const local = Object.entries(attributes).map(([key, value]): [string, string] => [localName(key), value]);
    this.stack.push({ name, attributes: Object.fromEntries(local), content: [], line: this.current.number });
  }

  private begin(tag: string): void {
    const column = Math.max(0, this.current.text.lastIndexOf(`<${tag}`, this.parser.columnIndex));
    this.started = { line: this.current.number, column, raw: [this.current] };
    this.size = this.current.text.length;
  }

  private closed(): void {
    this.depth--;
    const element = this.stack.pop();
    if (!element) return;
    const parent = this.stack.at(-1);
    if (parent) parent.content.push(element);
    else {
      this.done.push({ line: element.line, element });
      this.started = undefined;
    }
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
