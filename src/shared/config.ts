import { isIP } from 'node:net';
import { z } from 'zod';
import { isZone } from './zones.js';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (protocols: RegExp) => z.url({ protocol: protocols });
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** What stands on paper: one line of visible characters. */
const printed = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]+$/u, 'must be one line');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PROCESS: z.enum(['all', 'web', 'worker']).default('all'),
  PORT: port.default(3000),
  BASE_URL: optional(url(/^https?$/)),
  DATABASE_URL: optional(url(/^postgres(ql)?$/)),
  /** Owns the tables and migrates them; with it, DATABASE_URL is a login that can change nothing append-only. */
  OWNER_DATABASE_URL: optional(url(/^postgres(ql)?$/)),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  DATA_DIR: z.string().min(1).default('.data'),
  STRIPE_SECRET_KEY: optional(
    z.string().regex(/^(sk|rk)_(test|live)_\w+$/, 'must be a Stripe secret or restricted key'),
  ),
  STRIPE_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[^,\s]+(,whsec_[^,\s]+)?$/, 'must be one whsec_… or, while rotating, two with a comma'),
  ),
  SANDBOX_PORT: optional(port),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_PUBLIC_URL: optional(url(/^https?$/)),
  /** Where uploaded packages are served and play: never the host of BASE_URL, whose cookies they must not see. */
  PACKAGES_PORT: optional(port),
  PACKAGES_ORIGIN: optional(
    url(/^https?$/).regex(/^https?:\/\/[^/?#@]+$/, 'must be an origin like `https://packages.example`'),
  ),
  SMTP_URL: optional(url(/^smtps?$/)),
  MAIL_FROM: z.string().default('Glabella <no-reply@glabella.test>'),
  /** When people who chose nothing get no optional mail: two times of day and their zone. */
  MAIL_QUIET_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d \S+$/, 'must be like `21:00-08:00 Europe/Dublin`')
    .refine((hours) => isZone(hours.slice(12)), 'must end with a time zone like `Europe/Dublin`')
    .default('21:00-08:00 UTC'),
  /** With it a mail server may hand in reports of mails that did not arrive. */
  MAIL_REPORT_SECRET: optional(z.string().min(32, 'must be at least 32 characters')),
  SESSION_SECRET: optional(z.string().min(32, 'must be at least 32 characters')),
  CREDENTIAL_SIGNING_SEED: optional(z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes as base64url')),
  /** With a key of Vault's transit engine the seed above is left out: nobody has it, and Vault signs. */
  VAULT_TRANSIT_KEY: optional(z.string().regex(/^\w[\w.-]{0,127}$/, 'must be the name of a transit key')),
  VAULT_TRANSIT_MOUNT: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*$/, 'must be a path without slashes around it')
    .default('transit'),
  VAULT_ADDR: optional(url(/^https?$/).regex(/^[^@?#]+$/, 'must be an address without a user or a query')),
  VAULT_TOKEN: optional(z.string().regex(/^[\x21-\x7e]+$/, 'must be one line of visible characters')),
  VAULT_TOKEN_FILE: optional(z.string()),
  /** Another key than the one above, for certificates as JSON Web Tokens. */
  CREDENTIAL_TOKEN_SEED: optional(z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes as base64url')),
  /** PEM files: the key that printed certificates are signed with, and its certificate, issuers and former certificates. */
  PDF_SIGNING_KEY: optional(z.string()),
  PDF_SIGNING_CHAIN: optional(z.string()),
  /** Interfaces for the conformance suites of the W3C; signs whatever is sent, with a key made for it. */
  VC_API: z.enum(['on', 'off']).default('off'),
  /** Wraps the keys of licence papers; while rotating: the new one, a comma, the older ones. */
  LICENCE_PAPERS_KEY: optional(
    z.string().regex(/^[\w-]{43}(,[\w-]{43})*$/, 'must be 32 bytes as base64url, or several with commas'),
  ),
  /** For so long nobody decides about whom they taught or signed for. */
  IMPARTIALITY_MONTHS: z.coerce.number().int().min(0).max(120).default(24),
  /** Who sells, on invoices. Lines of the address are separated by semicolons. */
  SELLER_NAME: optional(printed(120)),
  SELLER_ADDRESS: optional(
    printed(300).regex(/^[^;]+(;[^;]+){0,5}$/, 'must be one to six lines, separated by semicolons'),
  ),
  SELLER_TAX_ID: optional(
    z.string().regex(/^[A-Z0-9][A-Z0-9 ./-]{3,29}$/, 'must be a tax number: capital letters and digits'),
  ),
  /** Addresses of proxies in front, as Express `trust proxy` takes them; unset: the peer is the client. */
  TRUSTED_PROXIES: optional(z.string()),
  /** Networks that messages to other systems may go to although they are private: `10.1.0.0/16,192.168.7.4`. */
  OUTGOING_NETWORKS: optional(
    z
      .string()
      .refine(
        (list) => list.split(',').every(isNetwork),
        'must be addresses or networks like `10.1.0.0/16`, with commas',
      ),
  ),
  /** A learning record store that is told by xAPI what learners did; its user and password with a colon between. */
  XAPI_ENDPOINT: optional(url(/^https?$/).regex(/^[^@?#]+$/, 'must be an address without a user or a query')),
  XAPI_CREDENTIALS: optional(z.string().regex(/^[\x21-\x39\x3b-\x7e]+:[\x21-\x7e]+$/, 'must be `user:password`')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.trim().split('/');
  const most = isIP(address ?? '') === 4 ? 32 : 128;
  return (
    isIP(address ?? '') !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}

type Values = z.infer<typeof schema>;

/** The process's settings, checked once at boot. Secrets in it are never logged. */
export class Config {
  readonly baseUrl: string;
  /** True when no real payments can happen: no Stripe key and not in production. */
  readonly demo: boolean;

  constructor(readonly values: Values) {
    this.baseUrl = (values.BASE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '');
    this.demo = !values.STRIPE_SECRET_KEY && values.NODE_ENV !== 'production';
  }

  /** Who sells, on invoices. In a demo that is nobody who exists. */
  get seller(): { name: string; address: string[]; taxId: string } {
    const { SELLER_NAME, SELLER_ADDRESS, SELLER_TAX_ID } = this.values;
    return {
      name: SELLER_NAME ?? 'Glabella Education Ltd (demo)',
      address: (SELLER_ADDRESS ?? '1 Example Street;Dublin 2;Ireland').split(';').map((line) => line.trim()),
      taxId: SELLER_TAX_ID ?? 'IE0000000DM',
    };
  }

  get isProduction(): boolean {
    return this.values.NODE_ENV === 'production';
  }

  get isSecure(): boolean {
    return this.baseUrl.startsWith('https:');
  }

  get runsWeb(): boolean {
    return this.values.PROCESS !== 'worker';
  }

  get runsJobs(): boolean {
    return this.values.PROCESS !== 'web';
  }

  get packagesPort(): number {
    return this.values.PACKAGES_PORT ?? (this.values.PORT === 0 ? 0 : this.values.PORT + 2);
  }

  get outgoingNetworks(): string[] {
    return this.values.OUTGOING_NETWORKS?.split(',').map((one) => one.trim()) ?? [];
  }

  get sandboxPort(): number {
    return this.values.SANDBOX_PORT ?? (this.values.PORT === 0 ? 0 : this.values.PORT + 1);
  }
}

/** Reads the environment. @throws Error that names every value that is wrong, without printing secrets. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment);
  const problems = parsed.success
    ? [...contradictions(parsed.data), ...unknownSellerNames(environment)]
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
  return new Config(parsed.data);
}

function contradictions(values: Values): string[] {
  const problems = vaultContradictions(values);
  const { PACKAGES_ORIGIN: packages, BASE_URL: base } = values;
  if (packages && base && new URL(packages).hostname === new URL(base).hostname) {
    problems.push('PACKAGES_ORIGIN: must have another host than BASE_URL, or packages would be sent its cookies');
  }
  if (!values.XAPI_ENDPOINT !== !values.XAPI_CREDENTIALS) {
    problems.push('XAPI_ENDPOINT, XAPI_CREDENTIALS: both of them or none');
  }
  if (values.XAPI_ENDPOINT && values.NODE_ENV === 'production' && !isPrivateWay(new URL(values.XAPI_ENDPOINT))) {
    problems.push('XAPI_ENDPOINT: must be https in production, or on this machine');
  }
  const key = values.STRIPE_SECRET_KEY;
  if (key?.includes('_live_') && !values.STRIPE_WEBHOOK_SECRET) {
    problems.push('STRIPE_WEBHOOK_SECRET: a live Stripe key needs the webhook secret, or payments would go unnoticed');
  }
  if (values.NODE_ENV === 'production' && key?.includes('_live_')) {
    for (const name of ['SELLER_NAME', 'SELLER_ADDRESS', 'SELLER_TAX_ID'] as const) {
      if (!values[name]) problems.push(`${name}: a live Stripe key needs it, or invoices would name a demo seller`);
    }
  }
  if (values.NODE_ENV === 'production') {
    if (values.VC_API === 'on') problems.push('VC_API: for conformance tests only, never in production');
    for (const name of [
      'SESSION_SECRET',
      'BASE_URL',
      'DATABASE_URL',
      'STRIPE_SECRET_KEY',
      ...(values.VAULT_TRANSIT_KEY ? [] : (['CREDENTIAL_SIGNING_SEED'] as const)),
      'CREDENTIAL_TOKEN_SEED',
      'PDF_SIGNING_KEY',
      'PDF_SIGNING_CHAIN',
      'LICENCE_PAPERS_KEY',
    ] as const) {
      if (!values[name]) problems.push(`${name}: required in production`);
    }
  }
  return problems;
}

/** VAULT_ADDR and VAULT_TOKEN alone mean nothing here: they stand in many a shell, for Vault's own program. */
function vaultContradictions(values: Values): string[] {
  if (!values.VAULT_TRANSIT_KEY) return [];
  const problems: string[] = [];
  if (values.CREDENTIAL_SIGNING_SEED) {
    problems.push(
      'CREDENTIAL_SIGNING_SEED: leave it out, or VAULT_TRANSIT_KEY; certificates are signed with one of them',
    );
  }
  if (!values.VAULT_ADDR) problems.push('VAULT_ADDR: required with VAULT_TRANSIT_KEY');
  else if (values.NODE_ENV === 'production' && !isPrivateWay(new URL(values.VAULT_ADDR))) {
    problems.push('VAULT_ADDR: must be https in production, or on this machine; the token would travel in the clear');
  }
  if (!values.VAULT_TOKEN === !values.VAULT_TOKEN_FILE) {
    problems.push('VAULT_TOKEN, VAULT_TOKEN_FILE: one of them is required with VAULT_TRANSIT_KEY, and not both');
  }
  return problems;
}

const isPrivateWay = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** A misspelt name would leave the demo seller on invoices. */
const unknownSellerNames = (environment: NodeJS.ProcessEnv): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('SELLER_') && !(name in schema.shape))
    .map((name) => `${name}: there is no such setting`);
