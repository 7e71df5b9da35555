/** A small bar; the number that it draws stands beside it. */
export function Meter({ count, of }: { count: number; of: number }) {
  const share = of ? (count / of) * 100 : 0;
  return (
    <svg class="meter" aria-hidden="true" width="100%" height="8">
      {count > 0 && <rect class="bar on" width={`${share}%`} height="8" rx="1" />}
    </svg>
  );
}
