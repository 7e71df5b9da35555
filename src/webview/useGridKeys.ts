import { useLayoutEffect } from 'preact/hooks';

const BUTTONS = 'button.behind';

/**
 * The buttons in a table's cells, or in a list, as one stop of the Tab key; the arrow keys go from cell to cell, as in any
 * grid, or up and down the list.
 */
export function useGridKeys(table: { readonly current: HTMLElement | null }) {
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
      if (!(event.target instanceof HTMLButtonElement)) return;
      const cell = event.target.closest('td');
      const to = cell
        ? nextTo(cell, event.key)
        : nextInList(event.target, event.key, buttonsIn(table.current!));
      if (!to) return;
      event.preventDefault();
      to.focus();
    },
  };
}

function buttonsIn(table: HTMLElement): HTMLButtonElement[] {
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

function nextInList(
  at: HTMLButtonElement,
  key: string,
  buttons: readonly HTMLButtonElement[],
): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return buttons[buttons.indexOf(at) + 1];
    case 'ArrowLeft':
    case 'ArrowUp':
      return buttons[buttons.indexOf(at) - 1];
    case 'Home':
      return buttons[0];
    case 'End':
      return buttons.at(-1);
    default:
      return undefined;
  }
}
