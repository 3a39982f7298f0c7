import type { Role, Viewer, WebSettings } from '../web/index.js';

const has =
  (...roles: Role[]) =>
  (viewer: Viewer | null) =>
    roles.some((role) => viewer?.roles.includes(role));
const signedIn = (viewer: Viewer | null) => viewer !== null;

/** Where people can go, in the order in which it is shown. */
export const navigation: WebSettings['navigation'] = [
  { href: '/catalogue', label: 'Catalogue', section: 'main' },
  { href: '/articles', label: 'Articles', section: 'main' },
  { href: '/certifications', label: 'Certifications', section: 'main' },
  { href: '/verify', label: 'Verify', section: 'main' },
  { href: '/learning', label: 'My learning', section: 'work', for: has('learner') },
  { href: '/logbook', label: 'Logbook', section: 'work', for: has('learner') },
  { href: '/preceptor', label: 'Sign-offs', section: 'work', for: has('preceptor') },
  { href: '/admin', label: 'Today', section: 'work', for: has('admin') },
  { href: '/admin/people', label: 'People', section: 'work', for: has('admin') },
  { href: '/admin/bundles', label: 'Bundles', section: 'work', for: has('admin') },
  { href: '/admin/offers', label: 'Prices', section: 'work', under: ['/admin/prices'], for: has('admin') },
  { href: '/admin/codes', label: 'Codes', section: 'work', for: has('admin') },
  { href: '/admin/terms', label: 'Terms', section: 'work', under: ['/admin/refund-policies'], for: has('admin') },
  { href: '/admin/markets', label: 'Markets', section: 'work', for: has('admin') },
  { href: '/admin/orders', label: 'All orders', section: 'work', for: has('admin', 'accountant') },
  { href: '/admin/refunds', label: 'Refunds', section: 'work', for: has('admin', 'accountant') },
  { href: '/admin/disputes', label: 'Disputes', section: 'work', for: has('admin', 'accountant') },
  { href: '/admin/reviews', label: 'Reviews', section: 'work', for: has('admin', 'accountant') },
  { href: '/books', label: 'Books', section: 'work', for: has('accountant', 'admin') },
  { href: '/author', label: 'Courses', section: 'work', for: has('author', 'admin') },
  { href: '/author/packages', label: 'Packages', section: 'work', for: has('author', 'admin') },
  { href: '/author/videos', label: 'Videos', section: 'work', for: has('author', 'admin') },
  { href: '/moderation', label: 'Comments', section: 'work', for: has('author', 'admin') },
  { href: '/bank', label: 'Question bank', section: 'work', for: has('author', 'examiner', 'admin') },
  { href: '/examiners/queue', label: 'Marking', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/attempts', label: 'Attempts', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/accommodations', label: 'Accommodations', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/regrades', label: 'Regrades', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/analysis', label: 'Item analysis', section: 'work', for: has('author', 'examiner', 'admin') },
  { href: '/examiners/cut-scores', label: 'Cut scores', section: 'work', for: has('author', 'examiner', 'admin') },
  { href: '/review/licences', label: 'Licences', section: 'work', for: has('examiner', 'admin') },
  { href: '/admin/preceptors', label: 'Preceptors', section: 'work', for: has('admin') },
  { href: '/examiners/applications', label: 'Applications', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/cases', label: 'Cases', section: 'work', for: has('examiner', 'admin') },
  { href: '/examiners/hours', label: 'Hours', section: 'work', for: has('examiner', 'admin') },
  { href: '/admin/recalls', label: 'Recalls', section: 'work', for: has('author', 'admin') },
  { href: '/admin/ebooks', label: 'E-books', section: 'work', for: has('admin') },
  { href: '/admin/certificates', label: 'Certificates', section: 'work', for: has('admin') },
  { href: '/admin/webhooks', label: 'Webhooks', section: 'work', for: has('admin') },
  { href: '/admin/statements', label: 'Learning records', section: 'work', for: has('admin') },
  { href: '/admin/mail', label: 'Mail', section: 'work', for: has('admin') },
  { href: '/account/licences', label: 'Licences', section: 'account', for: has('learner', 'preceptor') },
  { href: '/orders', label: 'Orders', section: 'account', for: has('learner') },
  { href: '/gifts', label: 'Gifts', section: 'account', for: has('learner') },
  { href: '/clinics', label: 'Clinics', section: 'account', for: has('learner') },
  { href: '/certificates', label: 'Certificates', section: 'account', for: has('learner') },
  { href: '/certification-hours', label: 'Education', section: 'account', for: has('learner') },
  { href: '/account', label: 'Account', section: 'account', for: signedIn },
];
