import {
  isFunnelState,
  isToPage,
  type FromPage,
  type FunnelState,
  type ToPage,
} from '../shared/funnelMessages';

const api = acquireVsCodeApi<unknown>();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** Calls back with each message of the extension that makes sense; others are told in the console. */
export function onMessage(callback: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPage(data)) callback(data);
    // eslint-disable-next-line no-console -- a bug of ours and nothing for people
    else console.warn('Deal Notes: a message to the funnel page makes no sense.', data);
  });
}

/** What a reload of the window leaves. */
export function remember(state: FunnelState): void {
  const before = api.getState();
  if (!isFunnelState(before) || before.pipeline !== state.pipeline) api.setState(state);
}
