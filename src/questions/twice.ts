/** The positions of what stood in the list before. */
export const twice = (names: string[]): number[] => names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
