import type { LogEntry } from '../log/log.queries.js';
import type { PublicFacts } from '../public-facts.js';
import { Time } from '../../web/index.js';

interface Props {
  facts: PublicFacts;
  entry: LogEntry | undefined;
}

/** How to check a certificate with other people's software, and without this page. */
export function CheckItYourself({ facts, entry }: Props): JSX.Element {
  return (
    <section class="section prose">
      <h2>Check it without this page</h2>
      <p>
        The same facts are in a signed file that any verifier of Open Badges 3.0 can check, offline and without an
        account. It is a W3C Verifiable Credential with an <code>eddsa-rdfc-2022</code> proof; one changed character
        breaks it.
      </p>
      <ol>
        <li>
          Ask the holder for the file, or download the{' '}
          <a href={`/certificates/${facts.number}.json`}>signed credential</a>; the{' '}
          <a href={`/certificates/${facts.number}.jwt`}>same as a token</a> (JWT) suits some programs better.
        </li>
        <li>
          Its issuer must be <code safe>{facts.issuer.id}</code>; the public keys are in the{' '}
          <a href="/.well-known/did.json">issuer document</a>.
        </li>
        <li>Open it in a verifier of your choice. Name, title, courses, date and number must match the paper.</li>
        <li>
          The file names a status list of the issuer: a verifier that is online reads there whether the certificate was
          revoked.
        </li>
        {entry ? (
          <li>
            Its issue is <a href={`/credentials/log/proof/${facts.number}`}>entry {entry.position}</a> of a log that
            only grows, since <Time at={entry.enteredAt} />: a proof that was dated back is not in it.
          </li>
        ) : (
          ''
        )}
      </ol>
      <p class="soft">
        This page is made by the issuer alone and loads nothing from anybody else. The holder is not told who looks.
      </p>
    </section>
  );
}
