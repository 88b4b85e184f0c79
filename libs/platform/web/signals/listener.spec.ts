import { jest } from '@jest/globals';

type Handler = (...args: unknown[]) => void;
const handlers = new Map<string, Handler>();
const sent: unknown[][] = [];
let refuse = false;
const socket = {
  connected: false,
  on: (name: string, handler: Handler) => handlers.set(name, handler),
  emit: (...args: unknown[]) => {
    sent.push(args.slice(0, 2));
    if (args[0] === 'look') (args[2] as Handler)({ ok: !refuse });
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

async function listening() {
  const listener = new SignalListener();
  const heard: object[] = [];
  const stop = listener.listen(thread, true, (signal) => heard.push(signal));
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
