import { HoldPeriod } from './hold-period.js';
import { AskReopening } from './ask-reopening.js';
import { ChecklistQueries } from './checklist.queries.js';
import { CloseApi } from './close.api.js';
import { CloseMonth } from './close-month.js';
import { ClosePages } from './close.pages.js';
import { DecideReopening } from './decide-reopening.js';
import { ExplainPayout } from './explain-payout.js';
import { ExplanationPages, ExplanationsApi } from './explanations.controllers.js';
import { PayoutStandings } from './payout-standings.queries.js';
import { PeriodQueries } from './period.queries.js';
import { PrepareClosing } from './prepare-closing.js';
import { PackMonth } from './package/pack-month.js';
import { PackageApi } from './package/package.api.js';
import { PackageQueries } from './package/package.queries.js';
import { ReadPeriod } from './read-period.js';

/** The parts of the room that close months. */
export const closing = {
  controllers: [ClosePages, CloseApi, ExplanationPages, ExplanationsApi, PackageApi],
  providers: [
    ...[HoldPeriod, PeriodQueries, ChecklistQueries, PayoutStandings, ReadPeriod],
    ...[PrepareClosing, CloseMonth, AskReopening, DecideReopening, ExplainPayout],
    ...[PackageQueries, PackMonth],
  ],
};
