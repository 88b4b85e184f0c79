declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      /** Somebody applied, or asked for the link again. Whether the address is new is looked up after, never before the answer. */
      'identity.applicationMade': { applicationId: string };
      'identity.applicationConfirmed': { applicationId: string };
      'identity.personAdmitted': { personId: string };
      'identity.personRefused': { applicationId: string };
      'identity.passwordChanged': { personId: string };
      /** Somebody asked for a new password. Whether the address is known is looked up after, never before the answer. */
      'identity.passwordForgotten': { resetId: string };
      /** Staff changed the role, the cities that somebody cares for, or their city. */
      'identity.rightsChanged': { actId: string; personId: string };
      'identity.memberSuspended': { actId: string; personId: string };
      'identity.memberReopened': { actId: string; personId: string };
      /** Staff signed somebody out on all devices. */
      'identity.sessionsEnded': { actId: string; personId: string };
    }
  }
}

export {};
