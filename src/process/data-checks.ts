import { authoringChecks } from '../authoring/index.js';
import { bundlesChecks } from '../bundles/index.js';
import { certificatesChecks } from '../certificates/index.js';
import { afterSaleChecks, checkoutChecks, claimChecks, paperChecks } from '../checkout/index.js';
import type { DataCheck } from '../database/index.js';
import { discussionChecks } from '../discussion/index.js';
import { ebooksChecks } from '../ebooks/index.js';
import { enrollmentChecks } from '../enrollment/index.js';
import { licencesChecks, practiceChecks } from '../eligibility/index.js';
import { integrationsChecks } from '../integrations/index.js';
import { ledgerChecks } from '../ledger/index.js';
import { packagesChecks } from '../packages/index.js';
import { quizzesChecks } from '../quizzes/index.js';
import { searchChecks } from '../search/index.js';
import { seatsChecks } from '../seats/index.js';
import { usersChecks } from '../users/index.js';
import { videosChecks } from '../videos/index.js';

/** What every room says must hold of the stored data. */
export const dataChecks: DataCheck[] = [
  ...usersChecks,
  ...bundlesChecks,
  ...checkoutChecks,
  ...claimChecks,
  ...afterSaleChecks,
  ...paperChecks,
  ...ledgerChecks,
  ...quizzesChecks,
  ...authoringChecks,
  ...enrollmentChecks,
  ...seatsChecks,
  ...licencesChecks,
  ...practiceChecks,
  ...certificatesChecks,
  ...integrationsChecks,
  ...ebooksChecks,
  ...discussionChecks,
  ...searchChecks,
  ...packagesChecks,
  ...videosChecks,
];
