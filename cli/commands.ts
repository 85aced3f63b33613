/** Every command there is. Only the one that was typed is loaded. */
import type { CliCommand } from './command.ts'

export type CommandGroup = 'run' | 'author' | 'cases' | 'operate' | 'people'

interface Entry {
  readonly group: CommandGroup
  readonly load: () => Promise<{ readonly command: CliCommand }>
}

export const COMMANDS = {
  demo: { group: 'run', load: () => import('./commands/run/demo.ts') },
  serve: { group: 'run', load: () => import('./commands/run/serve.ts') },
  sandbox: { group: 'run', load: () => import('./commands/run/sandbox.ts') },
  init: { group: 'author', load: () => import('./commands/author/init.ts') },
  check: { group: 'author', load: () => import('./commands/author/check.ts') },
  diff: { group: 'author', load: () => import('./commands/author/diff.ts') },
  test: { group: 'author', load: () => import('./commands/author/test.ts') },
  types: { group: 'author', load: () => import('./commands/author/form-types.ts') },
  import: { group: 'author', load: () => import('./commands/author/import.ts') },
  pack: { group: 'author', load: () => import('./commands/author/pack.ts') },
  attach: { group: 'cases', load: () => import('./commands/cases/attach.ts') },
  start: { group: 'cases', load: () => import('./commands/cases/start.ts') },
  tasks: { group: 'cases', load: () => import('./commands/cases/tasks.ts') },
  claim: { group: 'cases', load: () => import('./commands/cases/claim.ts') },
  activate: { group: 'cases', load: () => import('./commands/cases/activate.ts') },
  complete: { group: 'cases', load: () => import('./commands/cases/complete.ts') },
  instances: { group: 'cases', load: () => import('./commands/cases/instances.ts') },
  show: { group: 'cases', load: () => import('./commands/cases/show.ts') },
  wait: { group: 'cases', load: () => import('./commands/cases/wait.ts') },
  document: { group: 'cases', load: () => import('./commands/cases/document.ts') },
  verify: { group: 'cases', load: () => import('./commands/cases/verify.ts') },
  deploy: { group: 'operate', load: () => import('./commands/operate/deploy.ts') },
  incidents: { group: 'operate', load: () => import('./commands/operate/incidents.ts') },
  retry: { group: 'operate', load: () => import('./commands/operate/retry.ts') },
  cancel: { group: 'operate', load: () => import('./commands/operate/cancel.ts') },
  suspend: { group: 'operate', load: () => import('./commands/operate/suspend.ts') },
  suspensions: { group: 'operate', load: () => import('./commands/operate/suspensions.ts') },
  'stop-deadline': { group: 'operate', load: () => import('./commands/operate/stop-deadline.ts') },
  'continue-deadline': { group: 'operate', load: () => import('./commands/operate/continue-deadline.ts') },
  holidays: { group: 'operate', load: () => import('./commands/operate/holidays.ts') },
  holiday: { group: 'operate', load: () => import('./commands/operate/holiday.ts') },
  'withdraw-holiday': { group: 'operate', load: () => import('./commands/operate/withdraw-holiday.ts') },
  replay: { group: 'operate', load: () => import('./commands/operate/replay.ts') },
  migrations: { group: 'operate', load: () => import('./commands/operate/migrations.ts') },
  migrate: { group: 'operate', load: () => import('./commands/operate/migrate.ts') },
  resume: { group: 'operate', load: () => import('./commands/operate/resume.ts') },
  modify: { group: 'operate', load: () => import('./commands/operate/modify.ts') },
  restart: { group: 'operate', load: () => import('./commands/operate/restart.ts') },
  message: { group: 'operate', load: () => import('./commands/operate/message.ts') },
  condition: { group: 'operate', load: () => import('./commands/operate/condition.ts') },
  signal: { group: 'operate', load: () => import('./commands/operate/signal.ts') },
  login: { group: 'people', load: () => import('./commands/people/login.ts') },
  logout: { group: 'people', load: () => import('./commands/people/logout.ts') },
  account: { group: 'people', load: () => import('./commands/people/account.ts') },
  'act-for': { group: 'people', load: () => import('./commands/people/act-for.ts') },
  mandates: { group: 'people', load: () => import('./commands/people/mandates.ts') },
  mandate: { group: 'people', load: () => import('./commands/people/mandate.ts') },
  'revoke-mandate': { group: 'people', load: () => import('./commands/people/revoke-mandate.ts') },
} as const satisfies Readonly<Record<string, Entry>>

export type CommandName = keyof typeof COMMANDS

export const isCommandName = (text: string): text is CommandName => Object.hasOwn(COMMANDS, text)
