import type { FileKind } from './files.terms';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** More bytes than a file of this kind may have. */
      'files.tooLarge': { kind: FileKind; most: number };
      /** This person sent as much in a week as one may. */
      'files.weekFull': { most: number };
      'files.tooManyUnfinished': { most: number };
      'files.tooManyOfSubject': { most: number };
      /** The last byte is not there yet. */
      'files.notWhole': Record<string, never>;
      /** Pictures or videos without a description or an answer about faces. */
      'files.undescribed': { count: number };
      /** Files that are still on their way or being looked at. */
      'files.unfinished': { count: number };
      /** Not WebVTT, or broken at this line. */
      'files.badCaptions': { line: number };
      /** Words that surely lead to a person: a number, an address, a mailbox. */
      'files.caseData': Record<string, never>;
      'files.noPicture': Record<string, never>;
      'files.noVideo': Record<string, never>;
    }
  }
}
