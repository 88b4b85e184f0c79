import { jest } from '@jest/globals';

type Handler = (...args: unknown[]) => void;
const handlers = new Map<string, Handler>();
const sent: unknown[][] = [];
let refuse = false;
let version: string | undefined;
const socket = {
  connected: false,
  active: true,
  on: (name: string, handler: Handler) => handlers.set(name, handler),
  emit: (...args: unknown[]) => {
    sent.push(args.slice(0, 2));
    if (args[0] === 'look') (args[2] as Handler)(refuse ? { ok: false } : { ok: true, version });
  },
  disconnect: () => {},
};
jest.unstable_mockModule('socket.io-client', () => ({ io: () => socket }));
const { SignalListener } = await import('./listener');

const thread = { kind: 'thread', id: 't1' };
const say = (signal: object) => handlers.get('signal')!(signal);
const connect = () => {
  socket.connected = true;
  handlers.get('connect')!();
};

async function listening(shown?: string) {
  const listener = new SignalListener();
  const heard: object[] = [];
  const stop = listener.listen(thread, true, (signal) => heard.push(signal), () => shown);
  await jest.advanceTimersByTimeAsync(600);
  connect();
  return { listener, heard, stop };
}

describe('listening for signals', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { window: globalThis });
    handlers.clear();
    sent.length = 0;
    refuse = false;
    version = undefined;
    socket.active = true;
    socket.connected = false;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('joins the room of the page and looks once more, because the connection came after the page', async () => {
    const { heard } = await listening();
    expect(sent).toEqual([['look', thread]]);
    expect(heard).toEqual([{ ...thread, missed: true }]);
  });

  it('looks once more on joining, also over a connection that was there before, unless the room has what the page shows', async () => {
    const { listener } = await listening();
    const opened = (shown?: string) => {
      const heard: object[] = [];
      listener.listen({ kind: 'thread', id: 't2' }, true, (signal) => heard.push(signal), () => shown);
      return heard;
    };
    expect(opened('3.0')).toHaveLength(1); // a room without a version: better once too often
    version = '3.1';
    expect(opened('3.1')).toEqual([]);
    expect(opened('3.0')).toEqual([{ kind: 'thread', id: 't2', missed: true }]); // said between the page's query and the joining
    expect(opened('2.1')).toHaveLength(1);
  });

  it('asks nothing again after connecting where the page has everything', async () => {
    version = '3.1';
    expect((await listening('3.1')).heard).toEqual([]);
    expect((await listening('3.0')).heard).toHaveLength(1);
  });

  it('tells the page that it was refused for want of a session, and knocks again later', async () => {
    const { listener } = await listening();
    const out: object[] = [];
    listener.listen({ kind: 'signedOut' }, true, (signal) => out.push(signal));
    const knock = handlers.get('connect_error')!;
    knock(new Error('xhr poll error'));
    expect(out).toEqual([]); // trouble on the way; the library tries again itself
    socket.active = false;
    handlers.clear();
    knock(new Error('platform.busy'));
    expect(out).toEqual([]);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(handlers.has('connect_error')).toBe(true);
    handlers.get('connect_error')!(new Error('platform.signInFirst'));
    expect(out).toEqual([{ kind: 'signedOut', refused: true }]);
    listener.close();
  });

  it('tells many hints of one second as two: the first, and one for the rest', async () => {
    const { heard } = await listening();
    await jest.advanceTimersByTimeAsync(2000);
    heard.length = 0;
    for (let seq = 1; seq <= 50; seq++) say({ ...thread, seq });
    expect(heard).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(heard).toHaveLength(2);
  });

  it('hears nothing of other pages, and nothing after it has left', async () => {
    const { heard, stop } = await listening();
    await jest.advanceTimersByTimeAsync(2000);
    heard.length = 0;
    say({ kind: 'thread', id: 'other' });
    say({ kind: 'event', id: 't1' });
    stop();
    say({ ...thread, seq: 9 });
    await jest.advanceTimersByTimeAsync(2000);
    expect(heard).toEqual([]);
    expect(sent.at(-1)).toEqual(['leave', thread]);
  });

  it('looks again after each reconnect', async () => {
    const { heard } = await listening();
    await jest.advanceTimersByTimeAsync(2000);
    heard.length = 0;
    connect();
    expect(heard).toEqual([{ ...thread, missed: true }]);
  });

  it('stays quiet where the server refuses the room', async () => {
    refuse = true;
    const { heard } = await listening();
    expect(heard).toEqual([]);
  });

  it('hears its own room without asking for a page', async () => {
    const { listener } = await listening();
    const inbox: object[] = [];
    listener.listen({ kind: 'inbox' }, true, (signal) => inbox.push(signal));
    say({ kind: 'inbox', id: 'x' });
    expect(inbox).toEqual([{ kind: 'inbox', id: 'x' }]);
    expect(sent.filter(([name]) => name === 'look')).toHaveLength(1);
  });
});
