import { createContext, useContext } from 'react';
import type { ViewerQuery } from './Viewer.generated';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

export const ViewerContext = createContext<Viewer | null>(null);

/** The person who is signed in on this page; null for a guest. */
export function useViewer(): Viewer | null {
  return useContext(ViewerContext);
}

export function isStaff(viewer: Viewer | null): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'administrator';
}
