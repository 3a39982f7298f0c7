import { AcknowledgeRecall } from './acknowledge-recall.js';
import { DecideRecall } from './decide-recall.js';
import { EndRecall } from './end-recall.js';
import { FindRecalled } from './find-recalled.js';
import { FollowRecalls } from './follow-recalls.js';
import { OpenRecall } from './open-recall.js';
import { RecallDeskPages } from './recall-desk.pages.js';
import { RecallMails } from './recall-mails.js';
import { RecallQueries } from './recall.queries.js';
import { RecallDeskApi, RecallsApi } from './recalls.api.js';
import { RecallPages } from './recalls.pages.js';
import { TellRecalled } from './tell-recalled.js';

export const recallControllers = [RecallPages, RecallDeskPages, RecallsApi, RecallDeskApi];
export const recallProviders = [
  ...[RecallQueries, RecallMails, FindRecalled, OpenRecall, DecideRecall, EndRecall],
  ...[AcknowledgeRecall, TellRecalled, FollowRecalls],
];
