export { makeCoordinator, makeMember, makeStaff, signIn, type MemberClient, type MemberWish } from './member.factory';
export { makeCityRow } from './city-row';
export { besidesWhoAsks } from './statements';
