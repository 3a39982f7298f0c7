import { type DynamicModule, Module } from '@nestjs/common';
import { UsersModule } from '../users.module.js';
import { EndToken } from './end-token.js';
import { MakeToken } from './make-token.js';
import { TokenAreas } from './token-areas.js';
import { TokenOwners } from './token-owners.js';
import { TokenQueries } from './token.queries.js';
import { TokensApi } from './tokens.api.js';
import { TokenPages } from './tokens.pages.js';

/** Tokens for programs, within the areas that the application has. */
@Module({})
export class ApiTokensModule {
  static by(areas: TokenAreas): DynamicModule {
    return {
      module: ApiTokensModule,
      imports: [UsersModule],
      controllers: [TokenPages, TokensApi],
      providers: [{ provide: TokenAreas, useValue: areas }, TokenOwners, TokenQueries, MakeToken, EndToken],
    };
  }
}
