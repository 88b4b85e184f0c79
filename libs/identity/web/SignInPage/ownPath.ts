/**
 * Where to go after signing in: only a path of this site, `/` for everything else. An address of another site, however it
 * is disguised (`//evil`, `/\evil`, `javascript:`), must not be reached through our sign-in (ASVS 3.7.2).
 */
export function ownPath(wished: string | null): string {
  if (!wished?.startsWith('/')) return '/';
  const here = 'https://here.invalid';
  const url = URL.parse(wished, here);
  if (!url || url.origin !== here || url.pathname.startsWith('//')) return '/';
  return url.pathname.startsWith('/signin') ? '/' : url.pathname + url.search + url.hash;
}
