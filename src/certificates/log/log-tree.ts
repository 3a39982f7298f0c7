import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { MerkleTree } from './merkle.js';

/** The log as a tree in memory: read once, then only what was entered since. */
@Injectable()
export class LogTree {
  private readonly tree = new MerkleTree();
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly db: Database) {}

  /** Everything that is committed. */
  async current(): Promise<MerkleTree> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readOn(this.tree, this.db));
    await this.reading;
    return this.tree;
  }

  /** With what this transaction has entered, which may yet be rolled back: a tree of its own. */
  async within(tx: Runner): Promise<MerkleTree> {
    const tree = new MerkleTree();
    await this.readOn(tree, tx);
    return tree;
  }

  private async readOn(tree: MerkleTree, runner: Runner): Promise<void> {
    const leaves = await runner.rows<{ leaf: Buffer }>(
      'SELECT leaf FROM issuance_log WHERE position >= $1 ORDER BY position',
      [tree.size],
    );
    for (const { leaf } of leaves) tree.append(leaf);
  }
}
