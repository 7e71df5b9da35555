import { render } from 'preact';
import { onMessage, remember, send } from './host';
import { Page } from './parts/Page';

const root = document.getElementById('page')!;

remember({});
onMessage(message => {
  remember({ pipeline: message.chosen });
  render(<Page {...message} />, root);
});
send({ type: 'ready' });
