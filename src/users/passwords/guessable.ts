import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

let loaded: Promise<{ common: Set<string>; estimate: ZxcvbnFactory }> | undefined;

/** The lists take a while to read: they are read when the first password is chosen, not at the boot. */
const lists = () => (loaded ??= load());

async function load() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return {
    common: new Set(dictionary['passwords-common']),
    estimate: new ZxcvbnFactory({ dictionary: { common: dictionary['passwords-common'] }, graphs: adjacencyGraphs }),
  };
}

/** Beyond this length an estimate costs more than it tells. */
const estimated = 32;

/** True when a password is on the list of common ones, or is little more than a repeat or a row of the keyboard. */
export async function isGuessable(password: string, about: string[]): Promise<boolean> {
  const { common, estimate } = await lists();
  const plain = password.toLowerCase();
  if (common.has(plain) || common.has(plain.replace(/[\s_.-]+/g, ''))) return true;
  return password.length <= estimated && estimate.check(password, about).score < 2;
}
