declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      /** The last byte of an upload arrived. */
      'files.uploadReceived': { fileId: string };
      /** Contents that may be without a file now, by their SHA-256. */
      'files.contentsLeft': { hashes: string[]; incoming: string[] };
    }
  }
}

export {};
