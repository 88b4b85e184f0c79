export { makeCoordinator, makeMember, makeStaff, signIn, type MemberWish } from './member.factory';
