export { ATTACHED, BEGIN, deliver, sendBytes, uploadState, type Attached } from './upload';
export { makeJpeg, jpegWithPlace, makeMp4, makeOffice, makePdf, makeWebm } from './sample-files';
export { startS3, type TestBucket } from './s3';
