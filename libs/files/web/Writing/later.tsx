import { loadWords, useLocale } from '@crosscity/platform/web';
import { lazy, Suspense, useEffect, useState, type ComponentProps } from 'react';
import { filesWords, filesWritingWords } from '../catalogues';

const Field = lazy(() => import('./UploadField').then(({ UploadField: field }) => ({ default: field })));
const Before = lazy(() => import('./BeforePublishing').then(({ BeforePublishing: before }) => ({ default: before })));
const Preview = lazy(() => import('./FilesPreview').then(({ FilesPreview: preview }) => ({ default: preview })));

/** Adding files needs script anyway: it and its words are fetched after the form is there, and the form does not wait for them. */
function useIsThere(): boolean {
  const { locale } = useLocale();
  const [there, setThere] = useState(false);
  useEffect(() => {
    // Without network the words come with the next try; the form works all the same.
    void loadWords(locale, [filesWords, filesWritingWords]).then(
      () => setThere(true),
      () => undefined,
    );
  }, [locale]);
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

/** Fetches what the writing pages show of files, so that they are whole when the network goes. */
export async function fetchFilesWriting(): Promise<void> {
  await Promise.all([import('./UploadField'), import('./BeforePublishing'), import('./FilesPreview')]);
}
