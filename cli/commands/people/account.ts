/**
 * Local accounts: list them, create or replace one.
 *
 * With --data the account is written straight into the store of a server that is stopped: how an installation gets its
 * first operator.
 */
import { Option } from 'commander'
import type { Account } from '../../../engine/core/account.ts'
import { ROLES, type Role } from '../../../engine/core/actor.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { table } from '../../output/table.ts'
import { newPassword, writeAccount, type NewAccount } from '../../running/accounts.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions {
  readonly agency?: string
  readonly name?: string
  readonly role?: readonly Role[]
  readonly group?: readonly string[]
  readonly disable?: boolean
  readonly data?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('[user]', say('argument.account'))
      .option('--agency <code>', say('option.accountAgency'))
      .option('--name <text>', say('option.accountName'))
      .addOption(new Option('--role <role...>', say('option.role')).choices(ROLES))
      .option('--group <group...>', say('option.group'))
      .option('--disable', say('option.disable'))
      .option('--data <folder>', say('option.accountData'))
    declareConnection(command, say)
  },

  async run({ args: [user], options, terminal }) {
    if (user !== undefined && options.data !== undefined) return first(user, options.data, options, terminal)
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    return user === undefined ? list(api, terminal) : put(api, user, options, terminal)
  },
})

async function list(api: Api, { say }: Terminal): Promise<Outcome | Problem> {
  const found = await api.get<{ readonly items: readonly Omit<Account, 'password'>[] }>('/api/accounts')
  if (isProblem(found)) return found
  const rows = found.items.map((it) => [
    it.id,
    it.agency,
    it.roles.join(', '),
    it.groups.join(', '),
    it.name,
    it.disabled ? say('account.disabled') : '',
  ])
  const headings = [say('account.user'), say('account.agency'), say('account.roles'), say('account.groups')]
  return { json: found, lines: table([...headings, say('account.name'), ''], rows) }
}

async function put(api: Api, user: string, options: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const wanted = accountOf(user, options, terminal)
  if (isProblem(wanted)) return wanted
  const { id, ...account } = wanted
  const saved = await api.send<object>('PUT', `/api/accounts/${encodeURIComponent(id)}`, account)
  return isProblem(saved) ? saved : told(wanted, saved, terminal)
}

async function first(user: string, data: string, options: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const wanted = accountOf(user, options, terminal)
  if (isProblem(wanted)) return wanted
  const written = await writeAccount(data, wanted, terminal.say)
  if (isProblem(written)) return written
  const { password: _, ...account } = wanted
  return told(wanted, account, terminal)
}

/** The password of MASAR_NEW_PASSWORD, or one made here and shown once. */
function accountOf(user: string, options: Options, { env, say }: Terminal): NewAccount | Problem {
  const { agency, role, name, group = [], disable = false } = options
  if (agency === undefined || role === undefined) return invalid('usage.account', say('usage.account'))
  return {
    id: user,
    agency,
    name: name ?? user,
    roles: role,
    groups: group,
    disabled: disable,
    password: env['MASAR_NEW_PASSWORD'] || newPassword(),
  }
}

function told(wanted: NewAccount, saved: object, { env, say }: Terminal): Outcome {
  const made = env['MASAR_NEW_PASSWORD'] === undefined || env['MASAR_NEW_PASSWORD'] === ''
  return {
    json: { ...saved, ...(made ? { password: wanted.password } : {}) },
    lines: [
      say('account.saved', { user: wanted.id, agency: wanted.agency }),
      ...(made ? [say('account.password', { password: wanted.password })] : []),
    ],
  }
}
