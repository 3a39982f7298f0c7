import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { pictureId } from './put-pictures.js';
import { takePicture } from './take-picture.js';

/** A stored picture, as a question names it. */
export interface AddedPicture {
  id: string;
  width: number;
  height: number;
}

/** Stores a picture that an author sent. The same picture is stored once. */
@Injectable()
export class AddPicture {
  constructor(private readonly db: Database) {}

  /** @throws DomainError picture_too_large, picture_type_refused, picture_broken */
  async execute(sent: { bytes: Buffer; personId: string; field?: string }): Promise<AddedPicture> {
    const { mediaType, bytes, width, height } = await takePicture(sent.bytes, sent.field);
    const id = pictureId(bytes);
    await this.db.rows(
      `INSERT INTO pictures (id, media_type, bytes, width, height, added_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT pk_pictures DO NOTHING`,
      [id, mediaType, bytes, width, height, sent.personId],
    );
    return { id, width, height };
  }
}
