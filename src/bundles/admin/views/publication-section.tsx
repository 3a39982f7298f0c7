import { ActForm, Card } from '../../../web/index.js';
import type { AdminBundle } from '../admin-bundle.queries.js';

export function PublicationSection({ bundle }: { bundle: AdminBundle }): JSX.Element {
  const published = bundle.status === 'published';
  const action = `/admin/bundles/${bundle.slug}/publication`;
  return (
    <Card>
      {published ? (
        <p>
          Anyone can see and buy this bundle. Withdrawing it ends that at once; those who bought it keep their courses,
          and you can publish it again. A struck-through price then needs 30 new days on sale.
        </p>
      ) : (
        <p>Nobody can see or buy this bundle yet. It needs at least one course and a list price.</p>
      )}
      {published ? (
        <ActForm action={action} label="Withdraw from sale" look="danger" values={{ act: 'withdraw' }} />
      ) : (
        <ActForm action={action} label="Publish" look="primary" icon="send" values={{ act: 'publish' }} />
      )}
    </Card>
  );
}
