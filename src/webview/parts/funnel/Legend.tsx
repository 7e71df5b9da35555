import { words } from '../../words';

const SURFACES = ['on', 'pending', 'lost'] as const;

/** What the surfaces of the drawing mean: told by their filling and their outline, not by colour alone. */
export function Legend() {
  const { legend, surfaces } = words.reach;
  return (
    <ul class="legend reach-legend" aria-label={legend}>
      {SURFACES.map(name => (
        <li key={name}>
          <svg width="20" height="12" aria-hidden="true">
            <rect class={`bar ${name}`} x="0.5" y="0.5" width="19" height="11" />
            {name === 'pending' && <rect class="hatching" x="0.5" y="0.5" width="19" height="11" />}
          </svg>
          {surfaces[name]}
        </li>
      ))}
    </ul>
  );
}
