import { DomainError } from '../../shared/index.js';

export const blueprintChanged = () =>
  new DomainError('blueprint_changed', 'Somebody changed this blueprint in between. Read it again, then change it.', {
    kind: 'conflict',
  });

export const blueprintRefused = (fields: Record<string, string>) =>
  new DomainError('blueprint_refused', 'No paper could be drawn by this blueprint.', { kind: 'invalid', fields });
