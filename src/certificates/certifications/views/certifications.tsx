import { Card, EmptyState, Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';
import { professionName } from '../profession-name.js';
import type { Certification } from '../requirements.js';

export function CertificationsView(props: { page: PageContext; certifications: Certification[] }): JSX.Element {
  const { page, certifications } = props;
  return (
    <Layout page={page} title="Certifications" width="reading">
      <PageHeader
        title="Certifications"
        lead="A certification says that a licensed person has studied, passed the exam and been observed at work. A certificate of completion says that somebody has studied."
      />
      {certifications.length === 0 ? (
        <EmptyState title="No certification yet" text="Certifications appear here as they open." icon="award" />
      ) : (
        ''
      )}
      {certifications.map(({ slug, title, requirements }) => (
        <section class="section">
          <Card title={title}>
            <p safe>{summary(requirements)}</p>
            <LinkButton href={`/certifications/${slug}`}>What it asks</LinkButton>
          </Card>
        </section>
      ))}
      <p>
        <a href="/directory">Find a certified injector</a>
      </p>
    </Layout>
  );
}

const summary = ({ courses, practice, professions, validMonths }: Certification['requirements']): string =>
  `${courses.length} courses, an exam, ${practice.reduce((sum, { count }) => sum + count, 0)} observed procedures and a ` +
  `licence (${professions.map(professionName).join(', ')}). Valid for ${validMonths} months.`;
