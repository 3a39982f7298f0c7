import { numericView } from '../numeric/numeric.controls.js';

/** A calculation is answered like any other number. */
export const dosingView = numericView;
