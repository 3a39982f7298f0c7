export const deskCrumb = { href: '/author', label: 'Courses' };
export const draftAddress = (id: string): string => `/author/drafts/${id}`;
export const fileAddress = (id: string, path: string): string =>
  `${draftAddress(id)}/file?path=${encodeURIComponent(path)}`;
