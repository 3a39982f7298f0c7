import { type LessonPreview, Sources } from '../../courses/index.js';
import { Prose } from '../../web/index.js';
import { ProblemsHere } from './problems.js';

/** A lesson as learners will read it, and what is wrong with it. */
export function PreviewView({ title, summary, html, sources, problems, bodyLine }: LessonPreview): JSX.Element {
  return (
    <>
      <ProblemsHere problems={problems} bodyLine={bodyLine} />
      {html === '' ? (
        ''
      ) : (
        <article class="draft-page">
          <h2 class="draft-page-title" safe>
            {title}
          </h2>
          <p class="lead" safe>
            {summary}
          </p>
          <Prose html={html} />
          <Sources sources={sources} id="preview-sources" />
        </article>
      )}
    </>
  );
}
