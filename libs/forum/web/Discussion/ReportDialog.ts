import { later } from '@crosscity/platform/web';

/** Few readers report something: the dialog comes when it is asked for. */
export const ReportDialog = later(() => import('./report').then(({ ReportDialog: dialog }) => dialog));
