import { Module } from '@nestjs/common';
import { KeptPicturePages } from './pictures.pages.js';

@Module({ controllers: [KeptPicturePages] })
export class MediaModule {}
