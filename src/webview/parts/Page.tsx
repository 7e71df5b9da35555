import { dealsIn } from '../../shared/funnelSheet';
import type { PipelineChoice, ToPage } from '../../shared/toPage';
import { send } from '../host';
import { Export } from './choose/Export';
import { Loading, NoDeals, NoPipeline, Unreadable } from './Empty';
import { Sheet } from './Sheet';
import { words } from '../words';

/** The whole page: which pipeline, and what there is to say of it. */
export function Page({ pipelines, chosen, content }: ToPage) {
  return (
    <>
      <header class="title">
        <h1>{words.frame.title}</h1>
        {pipelines.length > 1 && <PipelineSelect pipelines={pipelines} chosen={chosen} />}
        {content.kind === 'sheet' && <Export />}
      </header>
      <Content content={content} />
    </>
  );
}

function Content({ content }: Pick<ToPage, 'content'>) {
  switch (content.kind) {
    case 'noPipeline':
      return <NoPipeline />;
    case 'loading':
      return <Loading filesRead={content.filesRead} />;
    case 'unreadable':
      return <Unreadable reason={content.reason} />;
    case 'sheet': {
      const { asked, report } = content.sheet;
      const { files, leftOut } = report;
      // What a filter or a day in the past leaves out is there all the same, and the way back to it must be.
      const isEmpty = dealsIn(files) + files.needsAttention + leftOut === 0 && asked.asOf === null;
      return isEmpty ? <NoDeals files={files} /> : <Sheet sheet={content.sheet} />;
    }
  }
}

function PipelineSelect({
  pipelines,
  chosen,
}: {
  pipelines: readonly PipelineChoice[];
  chosen: string | undefined;
}) {
  return (
    <label class="pipeline">
      <span class="visually-hidden">{words.frame.pipeline}</span>
      <select
        value={chosen ?? ''}
        onChange={event => send({ type: 'choosePipeline', id: event.currentTarget.value })}
      >
        {pipelines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
