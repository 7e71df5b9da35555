/** What the surfaces of the drawing mean: told by their filling and their outline, not by colour alone. */
export function Legend() {
  return (
    <ul class="legend reach-legend" aria-label="What the drawing’s surfaces mean">
      <Key name="on">went on</Key>
      <Key name="pending">pending: open, not further yet</Key>
      <Key name="lost">lost here</Key>
    </ul>
  );
}

function Key({ name, children }: { name: string; children: string }) {
  return (
    <li>
      <svg width="20" height="12" aria-hidden="true">
        <rect class={`bar ${name}`} x="0.5" y="0.5" width="19" height="11" />
        {name === 'pending' && <rect class="hatching" x="0.5" y="0.5" width="19" height="11" />}
      </svg>
      {children}
    </li>
  );
}
