export { moderationPages, moderationWords } from './routes';
export { ReportButton, ReportDialog } from './ReportButton/ReportButton';
