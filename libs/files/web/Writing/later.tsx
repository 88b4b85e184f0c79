import { lazy, Suspense, useEffect, useState, type ComponentProps } from 'react';

const Field = lazy(() => import('./UploadField').then(({ UploadField: field }) => ({ default: field })));
const Before = lazy(() => import('./BeforePublishing').then(({ BeforePublishing: before }) => ({ default: before })));
const Preview = lazy(() => import('./FilesPreview').then(({ FilesPreview: preview }) => ({ default: preview })));

/** Adding files needs script anyway: it is fetched after the form is there, and the form does not wait for it. */
function useIsThere(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return there;
}

export function UploadField(props: ComponentProps<typeof Field>) {
  return useIsThere() ? (
    <Suspense fallback={null}>
      <Field {...props} />
    </Suspense>
  ) : null;
}

export function BeforePublishing() {
  return useIsThere() ? (
    <Suspense fallback={null}>
      <Before />
    </Suspense>
  ) : null;
}

export function FilesPreview(props: ComponentProps<typeof Preview>) {
  return useIsThere() ? (
    <Suspense fallback={null}>
      <Preview {...props} />
    </Suspense>
  ) : null;
}
