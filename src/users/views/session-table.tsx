import { ActForm, Badge, Table, Time } from '../../web/index.js';
import { deviceName } from '../sessions/device.js';
import type { OpenSession } from '../sessions/session.queries.js';

const columns = [
  { label: 'Device' },
  { label: 'Address' },
  { label: 'Signed in' },
  { label: 'Last seen' },
  { label: 'End' },
];

export function SessionTable({ sessions }: { sessions: OpenSession[] }): JSX.Element {
  const others = sessions.filter((session) => !session.current).length;
  return (
    <>
      <Table caption="Open sessions" columns={columns} rows={sessions.map(cells)} />
      {others > 0 ? (
        <ActForm
          action="/account/sessions/end-others"
          label={others === 1 ? 'End the other session' : `End the ${others} other sessions`}
          look="danger"
        />
      ) : (
        ''
      )}
    </>
  );
}

const cells = (session: OpenSession): JSX.Element[] => [
  <span safe>{deviceName(session.userAgent)}</span>,
  <span safe>{session.ip ?? 'unknown'}</span>,
  <Time at={session.createdAt} />,
  <Time at={session.lastSeenAt} />,
  session.current ? (
    <Badge label="this one" kind="accent" />
  ) : (
    <ActForm action={`/account/sessions/${session.id}/end`} label="End" small />
  ),
];
