import { RemoveView } from './remove-view.js';
import { SaveView } from './save-view.js';
import { SavedViewQueries } from './saved-view.queries.js';
import { SavedViewsApi, SavedViewsPages } from './saved-views.controllers.js';

export const savedViewControllers = [SavedViewsPages, SavedViewsApi];
export const savedViewProviders = [SavedViewQueries, SaveView, RemoveView];
