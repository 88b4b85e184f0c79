import { later } from '@crosscity/platform/web';

/** The form of a report, which most readers never need: fetched when somebody opens it. */
export const ReportLater = later(() => import('./report').then(({ ReportDialog }) => ReportDialog));
