export { NotificationsModule, notificationsEntities } from './notifications.module';
