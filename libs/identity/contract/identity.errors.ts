declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** Address and password don't fit together. The same answer whether the address is known or not. */
      'identity.wrongSignIn': Record<string, never>;
      /** The address is confirmed; staff have not decided yet. */
      'identity.waiting': Record<string, never>;
      /** Staff said no; `reason` is what they wrote to this person. Told only to somebody who has the password. */
      'identity.refused': { reason: string };
      /** Until when (null: until staff open it again) and staff's words. Told only to somebody who has the password. */
      'identity.suspended': { until: string | null; words: string };
      /** The link was never ours, is too old, or was used. All three look alike to whoever does not hold a good one. */
      'identity.linkSpent': Record<string, never>;
      /** The link to a new password was never ours, is older than an hour, or was used. */
      'identity.resetSpent': Record<string, never>;
      /** Nobody gives or takes rights of their own. */
      'identity.ownRights': Record<string, never>;
      /** Staff are cared for by administrators alone. */
      'identity.administratorsOnly': Record<string, never>;
      /** Another of the staff decided first; `outcome` is what stands. */
      'identity.alreadyDecided': { outcome: 'admitted' | 'refused' };
      /** The new password is one of those that are tried first. */
      'identity.passwordGuessable': Record<string, never>;
      /** The current password, asked again before it is changed, was not right. */
      'identity.passwordWrong': Record<string, never>;
    }
  }
}

export {};
