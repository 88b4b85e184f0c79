import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useSite } from './runtime';

/** Moves on while rendering, on the server as an HTTP redirect. Prefer `outcome` of the page's module. */
export function RedirectTo({ to }: { to: string }) {
  const navigate = useNavigate();
  const { respond } = useSite();
  respond?.({ redirect: to });
  useEffect(() => void navigate(to, { replace: true }), [navigate, to]);
  return null;
}
