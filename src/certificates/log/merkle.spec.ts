import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leafHash, MerkleTree, provesConsistency, provesInclusion } from './merkle.js';

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition, word for word and slow: RFC 9162, 2.1.1. */
function slowRoot(entries: Buffer[]): Buffer {
  if (entries.length === 0) return sha();
  if (entries.length === 1) return sha(Buffer.of(0), entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Buffer.of(1), slowRoot(entries.slice(0, k)), slowRoot(entries.slice(k)));
}

const treeOf = (entries: Buffer[]) => {
  const tree = new MerkleTree();
  for (const entry of entries) tree.append(leafHash(entry));
  return tree;
};
const entriesOf = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`entry ${n}`));

// The inputs and roots that implementations of RFC 6962 test with.
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('a Merkle tree', () => {
  it('has the published roots', () => {
    const tree = treeOf(known.map((hex) => Buffer.from(hex, 'hex')));
    expect(roots.map((_, index) => tree.root(index + 1).toString('hex'))).toEqual(roots);
    expect(new MerkleTree().root().toString('hex')).toBe(sha().toString('hex'));
  });

  it('has the root of the definition at every size it ever had', () => {
    const entries = entriesOf(70);
    const tree = treeOf(entries);
    for (let size = 0; size <= 70; size += 1)
      expect(tree.root(size).equals(slowRoot(entries.slice(0, size)))).toBe(true);
  });

  it('proves each of its entries, and no other', () => {
    const cases = fc
      .integer({ min: 1, max: 200 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size - 1)));
    fc.assert(
      fc.property(cases, ([size, index, other]) => {
        const entries = entriesOf(size);
        const tree = treeOf(entries);
        const proof = tree.inclusion(index);
        const leaf = leafHash(entries[index]!);
        expect(provesInclusion(leaf, index, size, proof, tree.root())).toBe(true);
        if (other !== index) expect(provesInclusion(leaf, other, size, proof, tree.root())).toBe(false);
        expect(provesInclusion(leafHash(Buffer.from('forged')), index, size, proof, tree.root())).toBe(false);
        if (proof.length > 0) expect(provesInclusion(leaf, index, size, proof.slice(1), tree.root())).toBe(false);
        expect(provesInclusion(leaf, index, size, [...proof, leaf], tree.root())).toBe(false);
      }),
    );
  });

  it('proves that it only grew, and nothing else', () => {
    const cases = fc
      .integer({ min: 1, max: 150 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));
    fc.assert(
      fc.property(cases, ([size, from]) => {
        const tree = treeOf(entriesOf(size));
        const [earlier, later] = [
          { size: from, root: tree.root(from) },
          { size, root: tree.root() },
        ];
        const proof = tree.consistency(from);
        expect(provesConsistency(earlier, later, proof)).toBe(true);
        const rewritten = treeOf([Buffer.from('rewritten'), ...entriesOf(size).slice(1)]);
        expect(provesConsistency(earlier, { size, root: rewritten.root() }, rewritten.consistency(from))).toBe(false);
        expect(provesConsistency(earlier, later, [...proof, tree.root()])).toBe(false);
      }),
    );
  });

  it('refuses what it does not have', () => {
    const tree = treeOf(entriesOf(3));
    for (const index of [-1, 3]) expect(() => tree.inclusion(index)).toThrow(RangeError);
    expect(() => tree.inclusion(0, 4)).toThrow(RangeError);
    for (const from of [0, 4]) expect(() => tree.consistency(from)).toThrow(RangeError);
  });
});
