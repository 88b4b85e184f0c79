import { ShownFiles } from '../Shown/ShownFiles';
import { useFiles } from './useFiles';

/** The files of one part as readers will see them. */
export function FilesPreview({ part, language }: { part: string | null; language?: string }) {
  const { files } = useFiles();
  return <ShownFiles files={files.filter((file) => file.isShown && file.part === part)} language={language} />;
}
