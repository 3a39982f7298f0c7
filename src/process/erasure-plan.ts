import { certificatesErasure, certificatesHolds } from '../certificates/index.js';
import { checkoutErasure, checkoutHolds } from '../checkout/index.js';
import { discussionErasure } from '../discussion/index.js';
import { ebooksErasure } from '../ebooks/index.js';
import { eligibilityErasure } from '../eligibility/index.js';
import { enrollmentErasure } from '../enrollment/index.js';
import { integrationsErasure } from '../integrations/index.js';
import { ledgerErasure } from '../ledger/index.js';
import { mailErasure } from '../mail/index.js';
import { packagesErasure } from '../packages/index.js';
import { quizzesErasure } from '../quizzes/index.js';
import { seatsErasure } from '../seats/index.js';
import { videosErasure } from '../videos/index.js';
import type { ErasurePlan } from '../users/index.js';

/** What every room does when a person is erased, and what holds it up. */
export const erasurePlan: ErasurePlan = {
  steps: [
    ...certificatesErasure,
    ...eligibilityErasure,
    ...checkoutErasure,
    ...seatsErasure,
    ...quizzesErasure,
    ...packagesErasure,
    ...videosErasure,
    ...enrollmentErasure,
    ...ledgerErasure,
    ...integrationsErasure,
    ...ebooksErasure,
    ...discussionErasure,
    ...mailErasure,
  ],
  holds: [...checkoutHolds, ...certificatesHolds],
};
