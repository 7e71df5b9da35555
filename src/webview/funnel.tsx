import { render } from 'preact';
import { onMessage, rememberState, send } from './host';
import { Page } from './parts/Page';
import { tellApart } from './words';

const root = document.getElementById('page')!;

rememberState({});
onMessage(message => {
  // While pipelines are being looked for there is none; the choice of before still holds.
  if (message.chosen !== undefined) rememberState({ pipeline: message.chosen });
  if (message.content.kind === 'sheet') tellApart(message.content.sheet.currencies);
  render(<Page message={message} />, root);
});
send({ type: 'ready' });
