import type { ArticleCard } from '../../courses/index.js';
import { Card, Icon, Layout, LinkButton, type PageContext } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import { Shelf } from './catalogue.js';
import { addressOf } from './product-card.js';

interface HomeProps {
  page: PageContext;
  offerings: Shown[];
  article: ArticleCard | undefined;
}

export function HomeView({ page, offerings, article }: HomeProps): JSX.Element {
  const bundle = offerings.find((offering) => offering.kind === 'bundle');
  const courses = offerings.filter((offering) => offering.kind === 'course');
  return (
    <Layout
      page={page}
      title="Courses for cosmetic injectors"
      description="Courses on botulinum toxin and dermal fillers for licensed health professionals, with certificates that anyone can verify."
      face={{ path: '/' }}
    >
      <header class="hero">
        <h1>Inject with judgement</h1>
        <p class="lead">
          Courses on botulinum toxin and dermal fillers for licensed health professionals. Drawn anatomy, named sources,
          a dated clinical review of every lesson, and certificates of completion that anyone can verify.
        </p>
        <div class="cluster">
          {bundle ? (
            <LinkButton href={addressOf(bundle)} iconAfter="arrow-right">
              See the full coursework
            </LinkButton>
          ) : (
            ''
          )}
          <LinkButton href="/catalogue" look="secondary">
            Browse the catalogue
          </LinkButton>
        </div>
      </header>
      <Shelf title="All of it in one" offerings={bundle ? [bundle] : []} wide />
      <Shelf title="Course by course" offerings={courses} />
      <section class="section">
        <h2>Free to use</h2>
        <div class="home-pair">
          {article ? <FreeArticle article={article} /> : ''}
          <Verification />
        </div>
      </section>
    </Layout>
  );
}

function FreeArticle({ article }: { article: ArticleCard }): JSX.Element {
  return (
    <Card level={3} title={article.title}>
      <p safe>{article.summary}</p>
      <p class="soft">
        <Icon name="clock" size={16} />
        <span safe>{` ${article.minutes} minutes · by ${article.author}`}</span>
      </p>
      <LinkButton look="secondary" href={`/articles/${article.slug}`}>
        Read the article
      </LinkButton>
    </Card>
  );
}

function Verification(): JSX.Element {
  return (
    <Card level={3} title="Is this certificate real?">
      <p>
        Every certificate has a number. Enter it, or scan the code on the paper, and see what it says, whose it is and
        whether it is valid today.
      </p>
      <LinkButton look="secondary" icon="badge-check" href="/verify">
        Verify a certificate
      </LinkButton>
    </Card>
  );
}
