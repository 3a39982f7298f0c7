export { breakable, printableLine } from './printable.js';
export { canDraw, drawnText, setPdf, warmUpPress } from './press.js';
