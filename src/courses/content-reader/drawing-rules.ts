const names = (text: string) => new Set(text.trim().split(/\s+/));

/** All that a drawing may consist of. What is not named here is refused, not removed. */
export const elements = names(`svg title desc g path circle ellipse line polyline polygon rect text tspan defs clipPath
  marker use`);

/** Presentation comes from these classes, so that a drawing follows the colours of the page. */
export const classes = names('ink thin soft muscle vessel nerve site danger label small leader');

export const attributes = names(`id class d cx cy r rx ry x y x1 y1 x2 y2 dx dy width height points transform pathLength
  text-anchor dominant-baseline textLength lengthAdjust letter-spacing rotate clip-path clip-rule fill-rule clipPathUnits
  fill stroke opacity fill-opacity stroke-opacity stroke-width stroke-dasharray stroke-linecap stroke-linejoin
  font-size font-weight font-style marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
  viewBox preserveAspectRatio role href xlink:href xmlns xmlns:xlink aria-hidden aria-labelledby aria-describedby`);

/** Attributes of the file that are not taken into the page: the page says these things itself. */
export const dropped = names(`role xmlns xmlns:xlink aria-hidden aria-labelledby aria-describedby`);

/** Colours follow the page; a drawing may only do without one, or take the one around it. */
export const paints = names('none currentColor inherit');

const plainValue = /^[\w\s.,:;()#%+*/-]*$/;
export const localUrl = /^url\(#([\w.-]+)\)$/;
export const localLink = /^#([\w.-]+)$/;
const id = /^[A-Za-z_][\w.-]*$/;

/** Why this attribute is refused, or undefined. */
export function refusedAttribute(name: string, value: string, element: string): string | undefined {
  if (/^on/i.test(name)) return `Event handlers (${name}) are not allowed.`;
  if (name === 'style') return 'Style attributes are not allowed; use the classes of the content README.';
  if (name === 'href' || name === 'xlink:href') {
    if (element !== 'use') return 'Only <use> may have a link.';
    return localLink.test(value) ? undefined : 'A link may only point to an id of the same drawing.';
  }
  if (!attributes.has(name)) return `The attribute ${name} is not allowed.`;
  if (name.startsWith('xmlns'))
    return value.startsWith('http://www.w3.org/') ? undefined : 'This namespace is not allowed.';
  if (name === 'id') return id.test(value) ? undefined : 'An id consists of letters, digits, hyphens and points.';
  if (name === 'class') {
    const unknown = value.split(/\s+/).find((word) => word !== '' && !classes.has(word));
    return unknown ? `There is no class "${unknown}" for drawings.` : undefined;
  }
  if (name === 'fill' || name === 'stroke') {
    return paints.has(value) ? undefined : `Colours come from classes: ${name} may be none, currentColor or inherit.`;
  }
  if (/url/i.test(value))
    return localUrl.test(value) ? undefined : 'url() may only point to an id of the same drawing.';
  return dropped.has(name) || plainValue.test(value) ? undefined : `The value of ${name} is not allowed.`;
}
