import { Config } from '@crosscity/platform/server';
import { Module } from '@nestjs/common';
import { AttachedFiles } from './attached-files.repository';
import { Contents } from './contents.repository';
import { FileContentEntity, FileEntity, FileVersionEntity, FileWordsEntity } from './file.entity';
import { FileProcessing } from './file-processing';
import { FileUseEntity } from './file-use.entity';
import { FileUses } from './file-uses';
import { FilesController } from './files.controller';
import { FilesKeeping } from './files-keeping';
import { FilesRepository } from './files.repository';
import { FilesResolver } from './files.resolver';
import { FilesService } from './files.service';
import { Storage } from './storage/storage';
import { storageOf } from './storage/storage-of-settings';
import { UploadDayEntity, UploadEntity } from './upload.entity';
import { UploadsController } from './uploads.controller';
import { UploadsRepository } from './uploads.repository';
import { UploadsService } from './uploads.service';

export const filesEntities = [FileEntity, FileContentEntity, FileVersionEntity, FileWordsEntity, FileUseEntity, UploadEntity, UploadDayEntity];

/** Pictures, documents and videos: sent, cleaned, kept, handed out. */
@Module({
  // The first that matches answers: uploads before files.
  controllers: [UploadsController, FilesController],
  providers: [
    AttachedFiles, Contents, FileProcessing, FileUses, FilesKeeping, FilesRepository, FilesResolver, FilesService, UploadsRepository, UploadsService,
    { provide: Storage, useFactory: (config: Config) => storageOf(config.settings), inject: [Config] },
  ],
  exports: [AttachedFiles, FileUses, FilesService],
})
export class FilesModule {
  static readonly entities = filesEntities;
}
