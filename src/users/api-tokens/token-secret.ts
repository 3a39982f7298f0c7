import { randomToken } from '../../shared/index.js';

/** By it programs that look for leaked secrets know ours. */
const mark = 'glb_';

export interface TokenSecret {
  token: string;
  /** Enough to know it again in a list, far too little to use it. */
  beginsWith: string;
}

export function newTokenSecret(): TokenSecret {
  const token = `${mark}${randomToken()}`;
  return { token, beginsWith: token.slice(0, mark.length + 6) };
}

/** The token of an `Authorization` header; undefined when the header is about something else. */
export const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +(glb_\S{1,200})$/i.exec(authorization ?? '')?.[1];
