export { ReportDialog } from '@crosscity/moderation/web';
