export { identityPages, identityWords } from './routes';
export { MemberCard } from './MembersPage/MemberCard';
export { SettingsTabs } from './settings/SettingsTabs';
