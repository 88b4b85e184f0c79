import { ownPath } from './ownPath';

describe('the path after signing in', () => {
  it.each([
    ['/lessons/1/x?reply=2#r', '/lessons/1/x?reply=2#r'],
    ['/', '/'],
    [null, '/'],
    ['', '/'],
    ['lessons', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n//evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [' /lessons', '/'],
    ['/..//evil.example', '/'],
    ['/signin?next=/signin', '/'],
  ])('%j leads to %s', (wished, path) => {
    expect(ownPath(wished)).toBe(path);
  });
});
