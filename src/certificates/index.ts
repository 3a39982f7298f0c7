export { ImportAwards } from './awards/import-awards.js';
export { certificatesChecks } from './certificates.checks.js';
export { CertificatesModule } from './certificates.module.js';
export { EarnedCertificatesModule } from './earned-certificates.module.js';
export { IssueCertificates } from './issuing/issue-certificates.js';
export { RevokeCertificate } from './issuing/revoke-certificate.js';
export { VcApiModule } from './vc-api/vc-api.module.js';
export { EndKey } from './signing/end-key.js';
