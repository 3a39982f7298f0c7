/** SQL: whether a course of a seat was taken back, by the id of lot, seat and course. */
const withdrawn = (lot: string, seat: string, course: string): string =>
  `EXISTS (SELECT FROM seat_withdrawals w WHERE w.lot_id = ${lot} AND w.reopened_at IS NULL
     AND (w.seat_id IS NULL OR w.seat_id = ${seat}) AND (w.course_id IS NULL OR w.course_id = ${course}))`;

/** SQL: the courses a seat `s` still gives; `sc` is one of them. */
export const coursesOfSeat = `seat_lot_courses sc WHERE sc.lot_id = s.lot_id
  AND NOT ${withdrawn('s.lot_id', 's.id', 'sc.course_id')}`;

/** SQL: a seat `s` stands while it gives at least one course. */
export const seatStands = `EXISTS (SELECT FROM ${coursesOfSeat})`;

/** SQL: nobody has a seat `s`. */
export const seatIsFree = `NOT EXISTS (SELECT FROM seat_assignments f WHERE f.seat_id = s.id AND f.ended_at IS NULL)`;
