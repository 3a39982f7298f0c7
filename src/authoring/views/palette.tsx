import { Icon } from '../../web/index.js';

interface Block {
  label: string;
  icon: string;
  key: string;
  text: string;
}

/** What can be put into a lesson, each as it is written. */
const blocksOf = (today: string): Block[] => {
  const callout = (name: string, words: string) => `\n> **${name}.** ${words}\n>\n> *Source 1, reviewed ${today}.*\n`;
  return [
    { label: 'Heading', icon: 'heading-2', key: '1', text: '\n## Heading\n' },
    {
      label: 'Figure',
      icon: 'image',
      key: '2',
      text: '\n![What the picture teaches, in full](pictures/name.svg "Short caption")\n',
    },
    { label: 'Safety', icon: 'triangle-alert', key: '3', text: callout('Safety', 'What must not be missed.') },
    { label: 'Label', icon: 'tag', key: '4', text: callout('Label', 'What the label says. Check the current label.') },
    { label: 'Practice', icon: 'hand', key: '5', text: callout('Practice', 'What experience adds, said as such.') },
    {
      label: 'Dose table',
      icon: 'table',
      key: '6',
      text: '\n| Site | Points | Units per point | Total |\n|---|---:|---:|---:|\n| Name | 0 | 0 | 0 U |\n',
    },
    { label: 'Link', icon: 'link', key: '7', text: '[words](https://)' },
  ];
};

/** Buttons that write a block where the text stands; shown where a script can do it. */
export function Palette({ pictures, today }: { pictures: string[]; today: string }): JSX.Element {
  return (
    <div class="draft-palette" role="toolbar" aria-label="Blocks" aria-controls="field-body" hidden>
      {blocksOf(today).map(({ label, icon, key, text }) => (
        <button
          type="button"
          class="button button-quiet button-small"
          data-insert={text}
          aria-keyshortcuts={`Alt+${key}`}
          title={`${label} (Alt+${key})`}
        >
          <Icon name={icon} size={18} />
          <span safe>{label}</span>
        </button>
      ))}
      {pictures.length > 0 ? (
        <label class="draft-drawing">
          <span>Drawing</span>
          <select class="input select" data-drawings>
            <option value="">Choose …</option>
            {pictures.map((path) => (
              <option value={path} safe>
                {path.replace('pictures/', '')}
              </option>
            ))}
          </select>
        </label>
      ) : (
        ''
      )}
    </div>
  );
}
