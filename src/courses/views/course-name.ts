/** A course that is only known by its address, in words: `upper-face` is "Upper face". */
export const courseName = (slug: string): string =>
  `${slug.charAt(0).toUpperCase()}${slug.slice(1)}`.replaceAll('-', ' ');
