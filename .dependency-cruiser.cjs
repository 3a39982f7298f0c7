/** The rooms from top to bottom: a room may use those above it, and only through their door. */
const rooms = [
  'shared',
  'database',
  'jobs',
  'web',
  'mail',
  'documents',
  'media',
  'users',
  'questions',
  'courses',
  'bundles',
  'enrollment',
  'quizzes',
  'authoring',
  'seats',
  'checkout',
  'eligibility',
  'certificates',
  'integrations',
  'packages',
  'videos',
  'ebooks',
  'discussion',
  'search',
  'ledger',
];

const noArrowDown = rooms.slice(0, -1).map((room, index) => ({
  name: `${room}-knows-nothing-below`,
  comment: `${room} may use only the rooms above it; what it must learn of a lower room travels as a fact.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...noArrowDown,
    {
      name: 'only-through-the-door',
      comment: 'Another room is entered by its index.ts.',
      severity: 'error',
      from: { path: '^src/(?!commands/)([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'the-sandbox-stands-apart',
      comment: 'The stand-in Stripe is started by the process and known to nobody else; it knows shared and database.',
      severity: 'error',
      from: { path: '^src/(?!process/|stripe-sandbox/)' },
      to: { path: '^src/stripe-sandbox/' },
    },
    {
      name: 'the-sandbox-knows-little',
      severity: 'error',
      from: { path: '^src/stripe-sandbox/' },
      to: { path: '^src/', pathNot: '^src/(stripe-sandbox|shared|database)/' },
    },
    {
      name: 'nobody-knows-the-process',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(process|commands)/|^src/main\\.ts$' },
      to: { path: '^src/(process|commands)/|^src/main\\.ts$' },
    },
    {
      name: 'one-file-talks-to-stripe',
      comment: 'Types, errors and signatures aside, only the client reaches Stripe; gateways say what is asked.',
      severity: 'error',
      from: {
        path: '^src/(?!stripe-sandbox/)',
        pathNot: '^src/checkout/stripe/(stripe-client|stripe-errors|receive-stripe-event)\\.ts$',
      },
      to: { path: 'node_modules/stripe/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-are-history',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(spec|test)\\.tsx?$|^test/' },
  },
};
