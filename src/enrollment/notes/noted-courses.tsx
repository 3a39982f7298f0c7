import type { NotedCourse } from './note.queries.js';

/** The courses in which somebody wrote something, also those that they study no longer. */
export function Noted({ courses }: { courses: NotedCourse[] }): JSX.Element {
  return (
    <section class="section" aria-labelledby="my-notes">
      <h2 id="my-notes">My notes</h2>
      <ul>
        {courses.map(({ slug, title, count }) => (
          <li>
            <a href={`/learn/${slug}/notes`} safe>
              {title}
            </a>
            <span class="soft" safe>{` (${count})`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
