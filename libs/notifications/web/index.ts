export { notificationsPages, notificationsWords } from './routes';
export { InboxLine } from './InboxPage/InboxLine';
export { useInboxActs, type InboxActs } from './InboxPage/useInboxActs';
