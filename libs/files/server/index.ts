export { AttachedFiles, shownFilesJson } from './attached-files.repository';
export { AttachedFile } from './file.type';
export { FileUses, type FileSubjectSource } from './file-uses';
export { FilesKeeping } from './files-keeping';
export { FilesModule, filesEntities } from './files.module';
export { FilesService } from './files.service';
export { Storage } from './storage/storage';
export { DiskStorage } from './storage/disk-storage';
export { S3Storage } from './storage/s3-storage';
