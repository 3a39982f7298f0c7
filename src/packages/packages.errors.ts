import { DomainError, notFound } from '../shared/index.js';

/** Something wrong in a manifest, and where. */
export interface ManifestProblem {
  line: number;
  message: string;
}

const most = 20;

/** A package that is not taken; nothing was kept of it. */
export function packageRefused(problems: ManifestProblem[]): DomainError {
  const sentences = problems.slice(0, most).map(({ line, message }) => `imsmanifest.xml, line ${line}: ${message}`);
  if (problems.length > most) sentences.push(`${problems.length - most} more problems.`);
  const fields = Object.fromEntries(sentences.map((sentence, at) => [at === 0 ? 'file' : `file.${at}`, sentence]));
  return new DomainError('package_refused', sentences[0]!, { kind: 'invalid', fields });
}

export const noManifest = () => {
  const sentence = 'The package has no imsmanifest.xml at its top.';
  return new DomainError('package_refused', sentence, { kind: 'invalid', fields: { file: sentence } });
};

export const noPackage = () => notFound('package');

export const packageUnchanged = () => {
  const sentence = 'This lesson has exactly this package already.';
  return new DomainError('package_unchanged', sentence, { kind: 'invalid', fields: { file: sentence } });
};

export const packagesOff = () =>
  new DomainError('packages_off', 'Packages need an address of their own: set PACKAGES_ORIGIN.', {
    kind: 'unavailable',
  });

export const staleState = (stored: object) =>
  new DomainError('state_moved_on', 'This package was continued somewhere else.', {
    kind: 'conflict',
    data: { stored },
  });

export const tooManySaves = (retryAfterSeconds: number) =>
  new DomainError('too_many_saves', 'The package saves too often. The newest is kept and sent again.', {
    kind: 'too_many',
    data: { retryAfterSeconds },
  });

export const itemLocked = () =>
  new DomainError('item_locked', 'Finish what comes before it first.', { kind: 'conflict' });
