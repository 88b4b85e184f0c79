import { IdentityModule } from '@crosscity/identity/server';
import { makeMember, signIn } from '@crosscity/identity/testing';
import { Refused, type TestApp, startApp } from '@crosscity/platform/testing';

const WHO = '{ viewer { name role } }';

describe('signing in and out', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
  });

  it('knows a guest as nobody and a member by name', async () => {
    expect(await app.guest().ask(WHO)).toEqual({ viewer: null });
    const ingrid = await makeMember(app, { name: 'Ingrid' });
    expect(await ingrid.ask(WHO)).toEqual({ viewer: { name: 'Ingrid', role: 'member' } });
  });

  it('gives the same answer for a wrong password and an unknown address', async () => {
    const { person } = await makeMember(app);
    for (const email of [person.email, 'nobody@example.org']) {
      await expect(app.guest().post('/auth/sign-in', { email, password: 'not this one' })).rejects.toMatchObject({ code: 'identity.wrongSignIn' });
    }
  });

  it('makes a session id that was planted before signing in worthless', async () => {
    const { person } = await makeMember(app);
    const victim = await signIn(app, person);
    const planted = victim.cookie;
    await victim.post('/auth/sign-in', { email: person.email, password: 'a long enough sentence' });
    expect(victim.cookie).not.toBe(planted);
    const thief = app.guest();
    thief.plant(planted);
    expect(await thief.ask(WHO)).toEqual({ viewer: null });
  });

  it('ends HTTP and sockets of every device with "sign out everywhere"', async () => {
    const phone = await makeMember(app);
    const desktop = await signIn(app, phone.person);
    const socket = await desktop.connect();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await phone.post('/auth/sign-out', { everywhere: true });
    await closed;
    expect(await desktop.ask(WHO)).toEqual({ viewer: null });
    expect(await phone.ask(WHO)).toEqual({ viewer: null });
    desktop.hangUp();
  });

  it('refuses a socket without a session and from another origin', async () => {
    // Let in as far as the first word, so that it says why: a refused upgrade is only a line in the console.
    await expect(app.guest().connect()).rejects.toThrow('platform.signInFirst');
    const forged = app.guest();
    forged.plant('crosscity=%E0%A4%A');
    await expect(forged.connect()).rejects.toThrow('platform.signInFirst');
    const member = await makeMember(app);
    await expect(member.connect('https://elsewhere.example')).rejects.toThrow('websocket error');
    await expect(member.connect()).resolves.toBeDefined();
    member.hangUp();
  });

  it('closes the connection of a refused socket that does not hang up by itself', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/signals/?EIO=4&transport=websocket`, { headers: { origin: app.url } } as never);
    const said: string[] = [];
    socket.addEventListener('message', ({ data }) => {
      said.push(String(data));
      if (String(data).startsWith('0')) socket.send('40');
    });
    await new Promise((resolve) => socket.addEventListener('close', resolve));
    expect(said.at(-1)).toContain('platform.signInFirst');
  });

  it('refuses keys that it does not know', async () => {
    await expect(app.guest().post('/auth/sign-in', { email: 'a@b.c', password: 'x', role: 'administrator' })).rejects.toBeInstanceOf(Refused);
  });
});
