/** How often a fault is tried: a few times with every test run, `all` times on `npm run test:faults`. */
export const rounds = (few: number, all: number): number => (process.env.GLABELLA_FAULTS === 'all' ? all : few);
