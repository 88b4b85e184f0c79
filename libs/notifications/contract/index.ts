export { MAIL_TOPICS, notificationsLimits, topicOf, type MailTopic } from './notifications.limits';
