export { CompleteItem, type CompletedItem } from './complete-item.js';
export { type AccessEnded, EndAccess } from './end-access.js';
export { EnrollmentModule } from './enrollment.module.js';
export { type Access, type Enrolled, EnrollmentQueries } from './enrollment.queries.js';
export { type AccessGiven, GrantAccess } from './grant-access.js';
export { afterItem, itemAddress, type Progress } from './outline-position.js';
export { CourseOutline } from './views/course-outline.js';
