import { Module } from '@nestjs/common';
import { Destinations } from './destinations.js';
import { Names } from './names.js';
import { PostMessage } from './post-message.js';

@Module({ providers: [Names, Destinations, PostMessage], exports: [Names, Destinations, PostMessage] })
export class SendingModule {}
