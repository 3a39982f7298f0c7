import { Global, Injectable, Module } from '@nestjs/common';
import { PracticeNotice, type PracticeQuestion } from '../../bundles/index.js';
import { LicencesModule } from '../licences.module.js';
import { ReadScope } from './read-scope.js';
import { ScopeAnswer, ScopeForm } from './views/scope-answer.js';

@Injectable()
class NoticeOfPractice extends PracticeNotice {
  constructor(private readonly reading: ReadScope) {
    super();
  }

  async section({ product, ...asked }: PracticeQuestion): Promise<JSX.Element> {
    const scope = await this.reading.execute({ product, ...asked });
    return (
      <section class="section stack" id="who-may-practise">
        <h2>Who may practise it, and where</h2>
        {scope.choices.isLicensed ? (
          <p>
            What this teaches needs a licence, which a person checks. If it turns out that none of yours allows it, what
            you paid goes back to you by itself.
          </p>
        ) : (
          ''
        )}
        <ScopeForm action={`/bundles/${product}#who-may-practise`} scope={scope} />
        <ScopeAnswer scope={scope} />
      </section>
    );
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  imports: [LicencesModule],
  providers: [{ provide: PracticeNotice, useClass: NoticeOfPractice }],
  exports: [PracticeNotice],
})
export class NoticeOfPracticeModule {}
