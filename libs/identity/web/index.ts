export { identityPages, identityWords } from './routes';
export { MemberCard } from './MembersPage/MemberCard';
export { MemberProfile } from './MemberPage/MemberProfile';
export { SettingsTabs } from './settings/SettingsTabs';
