import { Injectable } from '@nestjs/common';
import { PaperKeys } from './paper-keys.js';
import { seal, type SealedPaper, unseal } from './seal.js';
import { type PaperType, takePaper } from './take-paper.js';

/** A paper as another room keeps it. */
export interface KeptPaper extends SealedPaper {
  mediaType: PaperType;
  /** Bytes. */
  size: number;
}

/** Takes papers in and seals them for rooms that keep them themselves, with the care that licences get. */
@Injectable()
export class PaperSafe {
  constructor(private readonly keys: PaperKeys) {}

  /** `id` is of the paper: under another id it does not open. @throws what `takePaper` refuses, at `field` */
  async close(id: string, sent: Buffer, field?: string): Promise<KeptPaper> {
    const { mediaType, bytes } = await takePaper(sent, field);
    return { mediaType, size: bytes.length, ...seal(this.keys, id, bytes) };
  }

  open(id: string, paper: SealedPaper): Buffer {
    return unseal(this.keys, id, paper);
  }
}
