const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Names of time zones, as the IANA database has them. */
export const zones: readonly string[] = [...known].sort();

export const isZone = (name: string): boolean => known.has(name);
