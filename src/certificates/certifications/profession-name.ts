/** What a profession is called in a line, from its slug: RN, PharmD. */
export const professionName = (slug: string): string => names[slug] ?? slug.toUpperCase();

const names: Record<string, string> = { pharmd: 'PharmD', midwife: 'Midwife' };
