import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<Item> {
  item: Item;
  done: () => void;
  fail: (reason: unknown) => void;
}

/** How many are done in one go. */
const MOST = 50;

/**
 * Does together what comes while it is busy: the first goes at once, the others with the next round. If a round fails,
 * each of it is tried alone, so that one that can't be done does not keep the others from being done.
 */
export class Gathering<Item> {
  private waiting: Waiting<Item>[] = [];
  private isBusy = false;

  constructor(private readonly act: (items: readonly Item[]) => Promise<void>) {}

  add(item: Item): Promise<void> {
    return new Promise((done, fail) => {
      this.waiting.push({ item, done, fail });
      if (!this.isBusy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    // What was fetched together arrives in the same turn.
    await nextTurn();
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, MOST);
      try {
        await this.act(round.map(({ item }) => item));
        for (const { done } of round) done();
      } catch (reason) {
        if (round.length === 1) round[0]!.fail(reason);
        else for (const { item, done, fail } of round) await this.act([item]).then(done, fail);
      }
    }
    this.isBusy = false;
  }
}
