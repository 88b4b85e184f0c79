declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** Address and password don't fit together. The same answer whether the address is known or not. */
      'identity.wrongSignIn': Record<string, never>;
      /** The application waits for staff, or its address is not confirmed yet. */
      'identity.waiting': { confirmed: boolean };
      'identity.refused': Record<string, never>;
      'identity.suspended': Record<string, never>;
    }
  }
}

export {};
