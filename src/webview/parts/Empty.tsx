import type { FileCounts } from '../../core/pipeline/pipeline';
import { formatCount, plural } from '../format';
import { send } from '../host';
import type { ComponentChildren } from 'preact';

/** What stands where there is no funnel to show, and the way on. */
export function NoPipeline() {
  return (
    <Empty heading="No pipeline in this workspace">
      <p>
        A pipeline is a folder named <code>deals</code>, or any folder with a <code>sales-process.yaml</code>.
        Each Markdown file in it with a <code>stage</code> is a deal.
      </p>
      <SampleButton />
    </Empty>
  );
}

export function NoDeals({ files }: { files: FileCounts }) {
  return (
    <Empty heading="No deals yet">
      <p>
        A deal is a Markdown file that begins with <code>---</code>, a line such as{' '}
        <code>stage: lead-generation</code>, and <code>---</code> again.
        {files.otherNotes > 0 &&
          ` The folder has ${plural(files.otherNotes, 'note', 'notes')} without a stage; they count once they have one.`}
      </p>
      <SampleButton />
    </Empty>
  );
}

export function Loading({ filesRead }: { filesRead: number }) {
  return (
    <Empty heading="Reading deals…">
      <p role="status">
        {filesRead > 0 ? `${formatCount(filesRead)} files read so far.` : 'Looking for files.'}
      </p>
    </Empty>
  );
}

export function Unreadable({ reason }: { reason: string }) {
  return (
    <Empty heading="The pipeline cannot be read">
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

function SampleButton() {
  return (
    <button type="button" onClick={() => send({ type: 'createSample' })}>
      Create Sample Pipeline
    </button>
  );
}
