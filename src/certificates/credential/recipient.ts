import { createHash, randomBytes } from 'node:crypto';

/** The holder's e-mail address as Open Badges wants it in public: hashed with a salt, so that only who knows it can match it. */
export function hashedEmail(email: string, salt = randomBytes(16).toString('hex')) {
  const digest = createHash('sha256')
    .update(email.trim().toLowerCase() + salt)
    .digest('hex');
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${digest}`,
    identityType: 'emailAddress',
    salt,
  };
}

export type HashedEmail = ReturnType<typeof hashedEmail>;
