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
    }
  }
}

export {};
