import { Command, type ErrorOptions } from 'commander';
import { suggest } from '../core/suggest';

/** A command whose complaints about how it was typed name the way out. */
export class OwnCommand extends Command {
  override createCommand(name?: string): OwnCommand {
    return new OwnCommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    const withWayOut = WAYS_OUT[options?.code ?? ''];
    return super.error(withWayOut?.(message, this) ?? message, options);
  }
}

const EMPTY =
  /^error: (?:option '(--[\w-]+).*' argument|command-argument value) '\s*' is invalid(?: for argument '(.*?)')?\. It must not be empty\.$/s;

/** By commander's codes; the messages are its own, as they are documented. */
const WAYS_OUT: Readonly<Record<string, (message: string, command: Command) => string>> = {
  'commander.excessArguments': message => `${message} Put a text or path with spaces in quotes.`,
  'commander.invalidArgument': message =>
    message
      .replace(
        EMPTY,
        (_, option?: string, argument?: string) => `error: ${option ?? argument} must not be empty.`,
      )
      .replace(
        /^error: command-argument value '(.*)' is invalid for argument '(.*?)'/s,
        (_, value: string, name: string) => `error: ${name} '${value}' is invalid`,
      ),
  'commander.unknownOption': unknownOption,
};

function unknownOption(message: string, command: Command): string {
  const [, flag] = /^error: unknown option '(.*?)'(?:\n\(.*\))?$/s.exec(message) ?? [];
  if (flag === undefined) return message;
  const said = `error: unknown option '${flag}'`;
  if (!/^--[\w-]+(?:=|$)/.test(flag)) return `${said}\nPut -- before a text that begins with a dash.`;
  const name = flag.slice(2).replace(/=.*$/s, '');
  const others = (command.parent?.commands ?? []).filter(one => namesOf(one).includes(name));
  if (others.length === 1) return `${said}\n(It is an option of ${pathOf(others[0]!)}.)`;
  const near = suggest(name, namesOf(command));
  return near === undefined ? said : `${said}\n(Did you mean --${near}?)`;
}

function namesOf(command: Command): string[] {
  return ['help', ...command.options.flatMap(({ long }) => long?.slice(2) ?? [])];
}

/** Each command points to its own help. */
export function pointToHelp(program: Command): void {
  for (const command of program.commands) {
    command.showHelpAfterError(`(${pathOf(command)} --help shows how it is used.)`);
    pointToHelp(command);
  }
}

/** `deal-notes cache clear` */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

/** `help COMMAND`; commander's own shows all there is where it knows no such command. */
export function addHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .summary('show the help of a command')
    .description('Show the help of a command.')
    .argument('[COMMAND...]', 'the command')
    .action((names: string[]) => {
      let command = program;
      for (const name of names) {
        const next = command.commands.find(one => one.name() === name);
        if (!next) {
          const near = suggest(
            name,
            command.commands.map(one => one.name()),
          );
          const meant = near === undefined ? '' : `\n(Did you mean ${near}?)`;
          program.error(`error: unknown command '${name}'${meant}`, { code: 'commander.unknownCommand' });
        }
        command = next;
      }
      command.help();
    });
}
