export { filesWords, filesWritingWords } from './catalogues';
export { ShownFiles } from './Shown/ShownFiles';
export type { ShownFileFragment } from './Shown/Shown.generated';
export { FilesOf, type FileSubject } from './Writing/useFiles';
export { BeforePublishing, FilesPreview, UploadField, fetchFilesWriting } from './Writing/later';
