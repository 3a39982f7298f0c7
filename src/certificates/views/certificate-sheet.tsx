import { kindTitle, studyTime } from '../credential/claim.js';
import type { PublicFacts } from '../public-facts.js';
import { Time } from '../../web/index.js';

/** The certificate as it is printed, on a page. */
export function CertificateSheet({ facts, level = 1 }: { facts: PublicFacts; level?: 1 | 3 }): JSX.Element {
  const { award, holder, number, issuedAt, validUntil, minutes, issuer } = facts;
  return (
    <article class="certificate">
      <p class="certificate-kind" safe>
        {`${issuer.name} · ${kindTitle[award.kind]}`}
      </p>
      <p class="certificate-statement">This is to record that</p>
      <p class="certificate-name">
        <bdi safe>{holder.name}</bdi>
      </p>
      <p class="certificate-statement" safe>
        {award.statement}
      </p>
      {level === 1 ? (
        <h1 class="certificate-title" safe>
          {award.title}
        </h1>
      ) : (
        <h3 class="certificate-title" safe>
          {award.title}
        </h3>
      )}
      <dl class="certificate-facts">
        <div>
          <dt>Issued</dt>
          <dd>
            <Time at={issuedAt} date />
          </dd>
        </div>
        <div>
          <dt>{validUntil ? 'Valid until' : 'Course length'}</dt>
          <dd>{validUntil ? <Time at={validUntil} date /> : <span safe>{studyTime(minutes)}</span>}</dd>
        </div>
        <div>
          <dt>Number</dt>
          <dd safe>{number}</dd>
        </div>
      </dl>
    </article>
  );
}
