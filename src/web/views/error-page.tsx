import { Layout } from '../layout.js';
import type { PageContext } from '../page-context.js';
import type { Problem } from '../problem.js';

export function ErrorPage({ page, problem }: { page: PageContext; problem: Problem }): JSX.Element {
  return (
    <Layout page={page} title={problem.title} width="reading">
      <h1 safe>{problem.title}</h1>
      <p class="lead" safe>
        {problem.status === 404 ? 'There is nothing at this address, or it is not yours to see.' : problem.detail}
      </p>
      {problem.status === 401 ? (
        <p>
          What you typed is still in the form:{' '}
          <a href="/sign-in" target="_blank">
            sign in in a new window
          </a>
          , then go back here with your browser and send it again.
        </p>
      ) : (
        ''
      )}
      <p>
        <a href="/">Go to the start page</a>
      </p>
      <p class="soft">
        If you ask us about this, give us the number <code safe>{problem.requestId}</code>.
      </p>
    </Layout>
  );
}
