import { isMap, type Node } from 'yaml';
import { FIELDS, type Field } from '../fields/table';
import { fieldOfSameName, type FieldNames } from './fieldNames';
import { say } from './say';
import type { YamlReader } from './yamlReader';

/** A word or some, as one would write a key without quotes. */
const NAME = /^[\p{L}_](?:[\p{L}\p{N}_ -]{0,58}[\p{L}\p{N}_-])?$/u;

/** The team's own names for the standard fields. One that another field has is told and left out. */
export function readFields(reader: YamlReader, node: Node | null): FieldNames | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'fields');
  const names = new Map<Field, string>();
  const nodes = new Map<Field, Node | null>();
  const read = (field: Field) => (value: Node | null) => {
    const name = reader.matching(value, NAME, 'fieldName');
    if (name === undefined || name === field) return;
    names.set(field, name);
    nodes.set(field, value);
  };
  reader.keys(node, Object.fromEntries(FIELDS.map(field => [field, read(field)])));
  // Without one of them another may be in the way: `value: account` of `account: customer`, once that is left out.
  for (let [field] = clash(names); field; [field] = clash(names)) {
    const says = say('fieldNameTaken', { name: names.get(field)!, field });
    reader.warn('duplicate-key', says, reader.placeOf(nodes.get(field)));
    names.delete(field);
  }
  return names;
}

/** The last of the names that is not its field's alone. */
function clash(names: FieldNames): Field[] {
  return [...names.keys()].reverse().filter(field => fieldOfSameName(names, field));
}
