import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { sessionSecret } from '../../users/index.js';

const [nonceBytes, tagBytes] = [12, 16];

/** Keeps secrets that we must be able to read again: sealed by AES-256-GCM, each bound to its row. */
@Injectable()
export class SecretSeal {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', sessionSecret(config), '', 'webhook-secrets', 32));
  }

  seal(id: string, secret: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(id));
    return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Undefined when it was sealed under another key. */
  open(id: string, sealed: Buffer): string | undefined {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, nonceBytes))
      .setAAD(Buffer.from(id))
      .setAuthTag(sealed.subarray(-tagBytes));
    try {
      return decipher.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }
}
