import { render } from 'preact';
import type { ToPage } from '../shared/toPage';
import { onMessage, rememberState, send } from './host';
import { Page } from './parts/Page';
import { tellApart } from './words';

const root = document.getElementById('page')!;

/** What the extension has said last, of each kind. */
const last: { -readonly [type in ToPage['type']]?: Extract<ToPage, { type: type }> } = {};

rememberState({});
onMessage(message => {
  Object.assign(last, { [message.type]: message });
  const { show, changes } = last;
  if (!show) return;
  // While pipelines are being looked for there is none; the choice of before still holds.
  if (show.chosen !== undefined) rememberState({ pipeline: show.chosen });
  if (show.content.kind === 'sheet') {
    const { asked, currencies } = show.content.sheet;
    // Whose deals they are may have been chosen in the views.
    rememberState({ asked });
    tellApart(currencies);
  }
  const changed = changes?.of === show.chosen ? changes : undefined;
  render(<Page message={show} changed={changed} />, root);
});
send({ type: 'ready' });
