import type { OutlineItem } from '../../courses/index.js';
import { Icon, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import type { Access } from '../enrollment.queries.js';
import { itemAddress } from '../outline-position.js';
import { nextOpen, type Rule, ruleOf } from '../rules/rule-of.js';
import { CourseOutline } from './course-outline.js';
import { WhenOpen } from './when-open.js';

interface NotOpenProps {
  page: PageContext;
  access: Access;
  /** What was asked for, or what opens next. */
  item: OutlineItem;
}

/** In the place of a lesson or quiz that is not open yet: when it will be, and what can be done until then. */
export function NotOpenView({ page, access, item }: NotOpenProps): JSX.Element {
  const rule = ruleOf(item, access);
  const next = nextOpen(access);
  return (
    <Layout
      page={page}
      title={`${item.title} · ${access.title}`}
      width="player"
      scripts={['local-time']}
      outline={<CourseOutline access={access} current={item.slug} />}
      exit={{ href: '/learning', label: 'My learning' }}
    >
      <PageHeader title={item.title} kicker={access.title} lead={leadOf(item, rule)} />
      {rule.isOpen ? (
        ''
      ) : (
        <p class="not-open">
          <Icon name="lock" size={18} /> <WhenOpen rule={rule} now={access.now} />
        </p>
      )}
      {next ? (
        <LinkButton href={itemAddress(access.courseSlug, next)} iconAfter="arrow-right">
          <span safe>{`Meanwhile: ${next.title}`}</span>
        </LinkButton>
      ) : (
        <LinkButton href="/learning" look="secondary">
          My learning
        </LinkButton>
      )}
    </Layout>
  );
}

function leadOf({ kind }: OutlineItem, rule: Rule): string {
  if (!rule.isOpen && rule.needs.length > 0) return `Another course comes before this ${kind}.`;
  return `This ${kind} is part of your course and opens by itself.`;
}
