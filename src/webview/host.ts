import type { FromPage } from '../shared/fromPage';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import { isFunnelState, type FunnelState } from '../shared/funnelState';
import { isToPage, type ToPage } from '../shared/toPage';

const api = acquireVsCodeApi<unknown>();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** Asks for other deals, or another day; and again when the page is back. */
export function ask(asked: FunnelQuestion): void {
  rememberState({ asked });
  send({ type: 'ask', asked });
}

/** Calls back with each message of the extension that makes sense; others are told in the console. */
export function onMessage(callback: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPage(data)) callback(data);
    // eslint-disable-next-line no-console -- a bug of ours and nothing for people
    else console.warn('Deal Notes: a message to the funnel page makes no sense.', data);
  });
}

/** What was there before the page was thrown away, or the window loaded again. */
export function rememberedState(): FunnelState {
  const state = api.getState();
  return isFunnelState(state) ? state : {};
}

/** What a reload of the window leaves. */
export function rememberState(change: Partial<FunnelState>): void {
  api.setState({ ...rememberedState(), ...change });
}
