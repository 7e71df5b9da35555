import { render } from 'preact';
import { onMessage, rememberState, send } from './host';
import { Page } from './parts/Page';

const root = document.getElementById('page')!;

rememberState({});
onMessage(message => {
  rememberState({ pipeline: message.chosen });
  render(<Page {...message} />, root);
});
send({ type: 'ready' });
