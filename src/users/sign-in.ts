import { Injectable } from '@nestjs/common';
import { newId } from '../shared/index.js';
import type { Viewer } from '../web/index.js';
import { CheckCredentials, type Credentials } from './check-credentials.js';
import { wrongCredentials } from './users.errors.js';

/** Signs somebody in; the session begins where the answer is given. */
@Injectable()
export class SignIn {
  constructor(private readonly credentials: CheckCredentials) {}

  /** Who it is, with the id of the session that is to begin. @throws wrong_credentials, too_many_tries, busy */
  async execute(credentials: Credentials): Promise<Viewer> {
    const person = await this.credentials.execute(credentials);
    if (!person) throw wrongCredentials();
    return { ...person, sessionId: newId() };
  }
}
