import type { ComponentChildren } from 'preact';
import { Grid } from './Grid';
import { Answer } from './Question';

export interface OwnersTableProps<Owner> {
  readonly id: string;
  readonly title: string;
  /** A CSS class of the table. */
  readonly look: string;
  readonly heads: {
    readonly owner: string;
    /** What deals that nobody has are called. */
    readonly none: string;
    /** Those of the cells that `children` makes. */
    readonly others: ComponentChildren;
  };
  readonly owners: readonly Owner[];
  /** The cells of a row behind the owner's name. */
  readonly children: (of: Owner) => ComponentChildren;
}

/** A row for each owner; left out where there is nobody to set beside. */
export function OwnersTable<Owner extends { readonly owner: string | null }>({
  id,
  title,
  look,
  heads,
  owners,
  children: cellsOf,
}: OwnersTableProps<Owner>) {
  if (owners.length < 2) return null;
  return (
    <Answer id={id} title={title}>
      <div class="scrolling" tabIndex={0} role="group" aria-label={title}>
        <Grid class={`open ${look}`}>
          <thead>
            <tr>
              <th scope="col">{heads.owner}</th>
              {heads.others}
            </tr>
          </thead>
          <tbody>
            {owners.map(one => (
              <tr key={one.owner}>
                <th scope="row">{one.owner ?? heads.none}</th>
                {cellsOf(one)}
              </tr>
            ))}
          </tbody>
        </Grid>
      </div>
    </Answer>
  );
}
