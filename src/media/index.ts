export { keepFiles, sha256Of } from './keep-files.js';
export { MediaModule } from './media.module.js';
export { endingOf, longestSide, pictureAddress, pictureFacts } from './picture-facts.js';
export { type KeptVideo, VideoStore } from './videos/video-store.js';
export { headLength, videoType, type VideoType } from './videos/video-type.js';
