/** Reads the command line, with help and complaints in the reader's language, and runs the one command it names. */
import { Command, CommanderError, Option } from 'commander'
import { invalid, type Problem } from '../engine/core/problem.ts'
import { LANGUAGES } from '../engine/core/text.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Outcome } from './command.ts'
import { COMMANDS, isCommandName, type CommandName } from './commands.ts'
import { EXIT, USAGE } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import type { Say, TextKey } from './text/text.ts'

export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<Outcome | Problem> {
  const printed: string[] = []
  let outcome: Outcome | Problem | undefined
  const program = frame(terminal.say, printed)
  const chosen = argv.find(isCommandName)
  for (const name of Object.keys(COMMANDS).filter(isCommandName)) {
    const command = program.command(name).description(terminal.say(`command.${name}`))
    command.helpGroup(terminal.say(`group.${COMMANDS[name].group}`))
    if (name === chosen)
      await equip(command, name, terminal, (result) => {
        outcome = result
      })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return helpOrComplaint(error, printed, terminal.say)
  }
  if (outcome === undefined) throw new Error(`Expected a command to have run, but found ${argv.join(' ')}`)
  return outcome
}

function frame(say: Say, printed: string[]): Command {
  const program = new Command('masar')
  const write = (text: string): void => void printed.push(text)
  const titles: Readonly<Record<string, TextKey>> = {
    'Usage:': 'help.usage',
    'Arguments:': 'help.arguments',
    'Options:': 'help.options',
    'Global Options:': 'help.globalOptions',
    'Commands:': 'help.commands',
  }
  return program
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle(title) {
        const key = titles[title]
        return key === undefined ? title : say(key)
      },
      optionDescription: (option) => describeOption(option, say),
    })
    .description(say('program'))
    .version(manifest.version, '-V, --version', say('help.version'))
    .helpOption('-h, --help', say('help.help'))
    .helpCommand('help [command]', say('help.helpCommand'))
    .option('--json', say('option.json'))
    .addOption(new Option('--lang <language>', say('option.lang')).choices([...LANGUAGES]))
    .addHelpText('after', exitTable(say))
}

const exitTable = (say: Say): string =>
  [
    '',
    say('help.exits'),
    ...Object.entries(EXIT).map(([name, code]) => `  ${code}  ${say(`exit.${name as keyof typeof EXIT}`)}`),
  ].join('\n')

function describeOption(option: Option, say: Say): string {
  const shown = option.defaultValue === undefined ? [] : [say('help.default', { value: String(option.defaultValue) })]
  const choices = option.argChoices === undefined ? [] : [option.argChoices.join(' | ')]
  return [option.description, ...[...choices, ...shown].map((it) => `(${it})`)].join(' ')
}

async function equip(
  command: Command,
  name: CommandName,
  terminal: Terminal,
  done: (outcome: Outcome | Problem) => void,
): Promise<void> {
  const { command: definition } = await COMMANDS[name].load()
  definition.declare(command, terminal.say)
  command.action(async () => {
    done(await definition.run({ args: command.args, options: command.opts(), terminal }))
  })
}

/** What commander complains about -> our sentence. */
const COMPLAINTS: Readonly<Record<string, TextKey>> = {
  'commander.unknownCommand': 'usage.unknownCommand',
  'commander.unknownOption': 'usage.unknownOption',
  'commander.missingArgument': 'usage.missingArgument',
  'commander.optionMissingArgument': 'usage.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'usage.missingOption',
  'commander.excessArguments': 'usage.excessArguments',
  'commander.invalidArgument': 'usage.invalidArgument',
  'commander.conflictingOption': 'usage.conflictingOption',
}

const HELP = ['commander.help', 'commander.helpDisplayed', 'commander.version']

function helpOrComplaint(error: CommanderError, printed: readonly string[], say: Say): Outcome | Problem {
  const text = printed.join('').trimEnd()
  if (HELP.includes(error.code))
    return { json: { text }, lines: [text], exit: error.exitCode === 0 ? EXIT.ok : EXIT.usage }
  const key = COMPLAINTS[error.code]
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const meant = /Did you mean (?:one of )?([^?)]+)/.exec(error.message)?.[1]
  const hint = meant === undefined ? '' : ` ${say('usage.didYouMean', { meant })}`
  const sentence = key === undefined ? error.message.replace(/^error: /, '') : say(key, { what }) + hint
  return invalid(`${USAGE}${error.code.replace('commander.', '')}`, sentence)
}
