export const poolAddress = (pool: string): string => `/bank/${pool}`;
export const questionAddress = (pool: string, slug: string): string => `/bank/${pool}/questions/${slug}`;

export const bankCrumb = { href: '/bank', label: 'Question bank' };
