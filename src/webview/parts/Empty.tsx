import type { FileCounts } from '../../core/pipeline/pipeline';
import { send } from '../host';
import type { ComponentChildren } from 'preact';
import { words } from '../words';

const { empty } = words.frame;

const code = (text: string) => <code>{text}</code>;

/** What stands where there is no funnel to show, and the way on. */
export function NoPipeline() {
  return (
    <Empty heading={empty.noPipeline}>
      <p>{empty.whatIsPipeline(code)}</p>
      <SampleButton />
    </Empty>
  );
}

export function NoDeals({ files }: { files: FileCounts }) {
  return (
    <Empty heading={empty.noDeals}>
      <p>
        {empty.whatIsDeal(code)}
        {files.otherNotes > 0 && empty.notes(files.otherNotes)}
      </p>
      <p class="ways">
        <button type="button" onClick={() => send({ type: 'newDeal' })}>
          {empty.newDeal}
        </button>{' '}
        <SampleButton isSecond />
      </p>
    </Empty>
  );
}

export function Loading({ filesRead, of }: { filesRead: number; of?: number | undefined }) {
  return (
    <Empty heading={empty.loading}>
      <p role="status">{empty.filesRead(filesRead, of)}</p>
    </Empty>
  );
}

export function Unreadable({ reason }: { reason: string }) {
  return (
    <Empty heading={empty.unreadable}>
      <p role="alert">{reason}</p>
    </Empty>
  );
}

function Empty({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function SampleButton({ isSecond = false }: { isSecond?: boolean }) {
  return (
    <button
      type="button"
      class={isSecond ? 'secondary' : undefined}
      onClick={() => send({ type: 'createSample' })}
    >
      {empty.createSample}
    </button>
  );
}
