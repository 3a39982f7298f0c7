import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import { isPrintable } from '../certificate-status.js';
import { CertificateQueries } from '../certificate.queries.js';
import { PrintCertificate } from '../pdf/print-certificate.js';
import type { PacketContent } from './packet-content.js';
import { renderPacket } from './render-packet.js';

/** A packet as files: the sheet, the same as data, and each certificate as it is printed and as it is signed. */
@Injectable()
export class PrintPacket {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly printing: PrintCertificate,
  ) {}

  pdf(content: PacketContent): Buffer {
    return renderPacket(content);
  }

  async zip(content: PacketContent): Promise<Buffer> {
    const archive = new yazl.ZipFile();
    const put = (name: string, bytes: Buffer) => archive.addBuffer(bytes, name, { mtime: content.checkedAt });
    put('packet.pdf', renderPacket(content));
    put('packet.json', Buffer.from(JSON.stringify(content, null, 2)));
    for (const { number, status } of content.certificates) {
      const certificate = (await this.certificates.signed(number))!;
      put(`${number}.json`, Buffer.from(JSON.stringify(certificate.credential, null, 2)));
      if (isPrintable(status)) put(`${number}.pdf`, await this.printing.execute(certificate));
    }
    archive.end();
    return buffer(archive.outputStream);
  }
}
