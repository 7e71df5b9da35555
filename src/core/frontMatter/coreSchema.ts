import { FAILSAFE_SCHEMA, Type } from 'js-yaml';
import { once } from '../once';
import { readPlain, type ScalarReading } from './plainScalar';

const tag = (name: string) => `tag:yaml.org,2002:${name}`;

function scalar(name: string, read: (text: string) => ScalarReading): Type {
  return new Type(tag(name), {
    kind: 'scalar',
    resolve: (text: unknown) => typeof text === 'string' && read(text) !== undefined,
    construct: (text: string) => read(text)!.value,
  });
}

const merge = () => new Type(tag('merge'), { kind: 'scalar', resolve: key => key === '<<' });

/** Without tags such as `!!float`, of which the two parsers think differently: a file that has one is refused here. */
export const coreSchema = once(() =>
  FAILSAFE_SCHEMA.extend({ implicit: [scalar('plain', readPlain), merge()] }),
);
