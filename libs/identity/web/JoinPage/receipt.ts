/** What the applicant's next page shows: kept for this tab only, so that no address or name stands in a link. */
export interface Receipt {
  id: string;
  email: string;
}

const KEY = 'application';

export function keepReceipt(receipt: Receipt): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(receipt));
  } catch {
    // Without storage the page says the same in fewer words.
  }
}

export function keptReceipt(): Receipt | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Receipt | null;
  } catch {
    return null;
  }
}
