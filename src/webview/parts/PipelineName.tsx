import type { ShowMessage } from '../../shared/toPage';
import { send } from '../host';
import { words } from '../words';

/** Of which pipeline the page speaks, as its title; a choice where there are several. */
export function PipelineName({ pipelines, chosen }: Pick<ShowMessage, 'pipelines' | 'chosen'>) {
  const name = pipelines.find(({ id }) => id === chosen)?.name ?? words.frame.title;
  if (pipelines.length < 2) return <h1>{name}</h1>;
  return (
    <>
      <h1 class="visually-hidden">{name}</h1>
      <label class="pipeline">
        <span class="visually-hidden">{words.frame.pipeline}</span>
        <select
          value={chosen ?? ''}
          onChange={event => send({ type: 'choosePipeline', id: event.currentTarget.value })}
        >
          {pipelines.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
