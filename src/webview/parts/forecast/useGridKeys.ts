import { useLayoutEffect } from 'preact/hooks';

const BUTTONS = 'td button';

/** The buttons in a table's cells as one stop of the Tab key; the arrow keys go from cell to cell, as in any grid. */
export function useGridKeys(table: { readonly current: HTMLTableElement | null }) {
  useLayoutEffect(() => {
    const buttons = buttonsIn(table.current!);
    choose(buttons, buttons.find(({ tabIndex }) => tabIndex === 0 && isChosen(buttons)) ?? buttons[0]);
  });
  return {
    onFocusIn: ({ target }: FocusEvent) => {
      const buttons = buttonsIn(table.current!);
      if (buttons.includes(target as HTMLButtonElement)) choose(buttons, target as HTMLButtonElement);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const cell = (event.target as Element).closest('td');
      const to = cell && event.target instanceof HTMLButtonElement && nextTo(cell, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus();
    },
  };
}

function buttonsIn(table: HTMLTableElement): HTMLButtonElement[] {
  return [...table.querySelectorAll<HTMLButtonElement>(BUTTONS)];
}

/** Freshly drawn buttons are all stops of the Tab key. */
function isChosen(buttons: readonly HTMLButtonElement[]): boolean {
  return buttons.filter(({ tabIndex }) => tabIndex === 0).length === 1;
}

function choose(buttons: readonly HTMLButtonElement[], chosen: HTMLButtonElement | undefined): void {
  for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
}

/** The nearest button that way: cells without one are passed over. */
function nextTo(cell: HTMLTableCellElement, key: string): HTMLButtonElement | undefined {
  const row = cell.parentElement as HTMLTableRowElement;
  const inRow = [...row.cells];
  const inColumn = [...row.closest('table')!.rows].map(({ cells }) => cells[cell.cellIndex]);
  const cells = {
    ArrowRight: inRow.slice(cell.cellIndex + 1),
    ArrowLeft: inRow.slice(0, cell.cellIndex).reverse(),
    ArrowDown: inColumn.slice(row.rowIndex + 1),
    ArrowUp: inColumn.slice(0, row.rowIndex).reverse(),
    Home: inRow,
    End: inRow.toReversed(),
  }[key];
  for (const one of cells ?? []) {
    const button = one?.querySelector<HTMLButtonElement>('button');
    if (button) return button;
  }
  return undefined;
}
