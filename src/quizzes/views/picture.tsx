import type { ShownPicture } from '../../questions/index.js';

/** The picture of a question or a case, as large as there is room for, and whole by itself when opened. */
export function Picture({ picture }: { picture: ShownPicture }): JSX.Element {
  const address = `/question-pictures/${picture.id}`;
  return (
    <figure class="question-picture">
      <img src={address} alt={picture.alt} width={picture.width} height={picture.height} />
      <figcaption>
        <a href={address} target="_blank" rel="noopener">
          Open the picture by itself
        </a>
      </figcaption>
    </figure>
  );
}
