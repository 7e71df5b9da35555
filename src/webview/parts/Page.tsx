import { useMemo } from 'preact/hooks';
import { dealsIn } from '../../shared/funnelSheet';
import type { ChangesMessage, ShowMessage } from '../../shared/toPage';
import { Loading, NoDeals, NoPipeline, Unreadable } from './Empty';
import { Partial } from './Partial';
import { PipelineName } from './PipelineName';
import { Sheet } from './Sheet';

interface PageProps {
  readonly message: ShowMessage;
  /** The last that is known of what has changed in the pipeline. */
  readonly changed: ChangesMessage | undefined;
}

/** The whole page: which pipeline, and what there is to say of it. */
export function Page({ message, changed }: PageProps) {
  const { content } = message;
  const goTo = useMemo(() => message.goTo && { tab: message.goTo }, [message]);
  const pipeline = <PipelineName {...message} />;
  const partial = content.kind === 'sheet' && content.partial && <Partial {...content.partial} />;
  if (content.kind === 'sheet') {
    const { past, report } = content.sheet;
    const { files, leftOut } = report;
    // What a filter or a day in the past leaves out is there all the same, and the way back to it must be.
    const isEmpty = dealsIn(files) + files.needsAttention + leftOut === 0 && past === null;
    if (!isEmpty) {
      return (
        <>
          {partial}
          <Sheet sheet={content.sheet} {...{ pipeline, goTo, changed }} />
        </>
      );
    }
  }
  return (
    <>
      {partial}
      <header class="title">{pipeline}</header>
      {!partial && <Nothing content={content} />}
    </>
  );
}

/** What stands where there are no figures. */
function Nothing({ content }: Pick<ShowMessage, 'content'>) {
  switch (content.kind) {
    case 'noPipeline':
      return <NoPipeline />;
    case 'loading':
      return <Loading filesRead={content.filesRead} of={content.of} />;
    case 'unreadable':
      return <Unreadable reason={content.reason} />;
    case 'sheet':
      return <NoDeals files={content.sheet.report.files} />;
  }
}
