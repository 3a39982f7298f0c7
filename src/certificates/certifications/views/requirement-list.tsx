import { Icon } from '../../../web/index.js';
import type { RequirementState } from '../progress.js';

/** Each requirement: met or not in words and by sign, what met it or what is missing, and the way on. */
export function RequirementList({ requirements }: { requirements: RequirementState[] }): JSX.Element {
  return (
    <ul class="requirements">
      {requirements.map(({ title, met, says, href }) => (
        <li class={met ? 'requirement-met' : 'requirement-missing'}>
          <Icon name={met ? 'circle-check' : 'circle'} size={20} />
          <div>
            <p class="requirement-title">
              {met ? (
                <span safe>{title}</span>
              ) : (
                <a href={href} safe>
                  {title}
                </a>
              )}
              <span class="visually-hidden">{met ? ', met' : ', missing'}</span>
            </p>
            <p class="requirement-says" safe>
              {says}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
