import type { CaseDataGuard } from '@crosscity/case-data/web';
import type { CaseDataPlace } from '@crosscity/forum/contract';
import { refusalOf } from '@crosscity/platform/web';

/** Where the server found case data that this page let pass, at the place. `sent`: the fields as they were sent. */
export async function showCaseData(guard: CaseDataGuard, error: unknown, sent: object): Promise<void> {
  const { code, data } = refusalOf(error);
  if (code === 'forum.caseData') await guard.show(data.findings as CaseDataPlace[], sent);
}
