import type { ArticleCard } from '../../courses/index.js';
import { Card, Icon, Layout, LinkButton, type PageContext, T, t, written } from '../../web/index.js';
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
      title={t('Courses for cosmetic injectors')}
      description={t(
        'Courses on botulinum toxin and dermal fillers for licensed health professionals, with certificates that anyone can verify.',
      )}
      face={{ path: '/' }}
    >
      <header class="hero">
        <h1>
          <T>Inject with judgement</T>
        </h1>
        <p class="lead">
          <T>
            Courses on botulinum toxin and dermal fillers for licensed health professionals. Drawn anatomy, named
            sources, a dated clinical review of every lesson, and certificates of completion that anyone can verify.
          </T>
        </p>
        <div class="cluster">
          {bundle ? (
            <LinkButton href={addressOf(bundle)} iconAfter="arrow-right">
              <T>See the full coursework</T>
            </LinkButton>
          ) : (
            ''
          )}
          <LinkButton href="/catalogue" look="secondary">
            <T>Browse the catalogue</T>
          </LinkButton>
        </div>
      </header>
      <Shelf title={t('All of it in one')} offerings={bundle ? [bundle] : []} wide />
      <Shelf title={t('Course by course')} offerings={courses} />
      <section class="section">
        <h2>
          <T>Free to use</T>
        </h2>
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
    <Card level={3} title={article.title} isContent>
      <p lang={written()} safe>
        {article.summary}
      </p>
      <p class="soft">
        <Icon name="clock" size={16} />
        <span safe>{t('{minutes} minutes · by {author}', { minutes: article.minutes, author: article.author })}</span>
      </p>
      <LinkButton look="secondary" href={`/articles/${article.slug}`}>
        <T>Read the article</T>
      </LinkButton>
    </Card>
  );
}

function Verification(): JSX.Element {
  return (
    <Card level={3} title={t('Is this certificate real?')}>
      <p>
        <T>
          Every certificate has a number. Enter it, or scan the code on the paper, and see what it says, whose it is and
          whether it is valid today.
        </T>
      </p>
      <LinkButton look="secondary" icon="badge-check" href="/verify">
        <T>Verify a certificate</T>
      </LinkButton>
    </Card>
  );
}
