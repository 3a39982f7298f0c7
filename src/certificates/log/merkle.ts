import { createHash } from 'node:crypto';

// RFC 9162, section 2.1: leaves and nodes are hashed with different first bytes, so that one is never taken for the other.
const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const [leafMark, nodeMark] = [Buffer.of(0), Buffer.of(1)];

export const leafHash = (entry: Uint8Array): Buffer => sha256(leafMark, entry);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodeMark, left, right);

/** The largest power of two below `size`; of sizes above one. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** A Merkle tree that only grows; whole subtrees are hashed once. 32 bytes a leaf, and as much again for the nodes. */
export class MerkleTree {
  private readonly levels: Buffer[][] = [[]];

  get size(): number {
    return this.levels[0]!.length;
  }

  append(leaf: Buffer): void {
    this.levels[0]!.push(leaf);
    for (let level = 0; this.levels[level]!.length % 2 === 0; level += 1) {
      const below = this.levels[level]!;
      (this.levels[level + 1] ??= []).push(nodeHash(below.at(-2)!, below.at(-1)!));
    }
  }

  /** The root over the first `size` leaves. */
  root(size = this.size): Buffer {
    return size === 0 ? sha256() : this.hash(0, size);
  }

  /** What proves that leaf `index` is among the first `size`. @throws RangeError */
  inclusion(index: number, size = this.size): Buffer[] {
    if (index < 0 || index >= size || size > this.size) throw new RangeError('There is no such entry.');
    return this.path(index, 0, size);
  }

  /** What proves that the first `size` leaves begin with the first `from`. @throws RangeError */
  consistency(from: number, size = this.size): Buffer[] {
    if (from < 1 || from > size || size > this.size) throw new RangeError('There is no such head.');
    return from === size ? [] : this.subproof(from, 0, size, true);
  }

  private path(index: number, start: number, size: number): Buffer[] {
    if (size === 1) return [];
    const k = split(size);
    return index < k
      ? [...this.path(index, start, k), this.hash(start + k, size - k)]
      : [...this.path(index - k, start + k, size - k), this.hash(start, k)];
  }

  private subproof(from: number, start: number, size: number, isKnown: boolean): Buffer[] {
    if (from === size) return isKnown ? [] : [this.hash(start, size)];
    const k = split(size);
    return from <= k
      ? [...this.subproof(from, start, k, isKnown), this.hash(start + k, size - k)]
      : [...this.subproof(from - k, start + k, size - k, false), this.hash(start, k)];
  }

  private hash(start: number, size: number): Buffer {
    const level = Math.log2(size);
    if (Number.isInteger(level) && start % size === 0) return this.levels[level]![start / size]!;
    const k = split(size);
    return nodeHash(this.hash(start, k), this.hash(start + k, size - k));
  }
}

/** Whether `proof` shows that `leaf` is number `index` of `size` under `root`. RFC 9162, 2.1.3.2. */
export function provesInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const part of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(part, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, part);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

interface Head {
  size: number;
  root: Buffer;
}

/** Whether `proof` shows that the tree of `later` begins with the tree of `earlier`. RFC 9162, 2.1.4.2. */
export function provesConsistency(earlier: Head, later: Head, proof: readonly Buffer[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  const isWhole = Number.isInteger(Math.log2(earlier.size));
  const [first, ...rest] = isWhole ? [earlier.root, ...proof] : proof;
  if (!first) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  for (const part of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, after] = [nodeHash(part, before), nodeHash(part, after)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else after = nodeHash(after, part);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}
