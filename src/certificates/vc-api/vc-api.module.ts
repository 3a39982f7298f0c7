import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates.module.js';
import { IssueAny } from './issue-any.js';
import { TestIssuer } from './test-issuer.js';
import { VcApiController } from './vc-api.controller.js';
import { VerifyAny } from './verify-any.js';

@Module({
  imports: [CertificatesModule],
  controllers: [VcApiController],
  providers: [TestIssuer, IssueAny, VerifyAny],
})
export class VcApiModule {}
