import { textOf } from '../../../src/files/disk/anyText';

/** A mail as it is sent, with CRLF at the ends of its lines. */
export function mail(heads: readonly string[], ...body: readonly string[]): Uint8Array {
  return Buffer.from([...heads, '', ...body, ''].join('\r\n'));
}

/** An invitation to one meeting. */
export function invitation(method: string, ...lines: readonly string[]): string {
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:4711'],
    ...lines,
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
}

/** As a file or a clipboard gives it. */
export function outside(from: Uint8Array | string) {
  const bytes = typeof from === 'string' ? Buffer.from(from) : from;
  return { bytes, textOf };
}
