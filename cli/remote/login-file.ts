/**
 * Who is signed in where: one file per server under the user's own configuration folder, readable by them alone.
 *
 * A server's file may hold several people, for trying a procedure from every side; the last one who signed in is meant
 * unless --as names another.
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Login {
  readonly token: string
  /** ISO 8601. */
  readonly expires: string
}

interface Logins {
  readonly server: string
  readonly current?: string
  readonly people: Readonly<Record<string, Login>>
}

const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const

function loginFile(server: string, env: NodeJS.ProcessEnv): string {
  const config = env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  return join(config, 'masar', 'logins', `${encodeURIComponent(server)}.json`)
}

/** The person asked for, or the last one who signed in there. */
export function storedLogin(
  server: string,
  env: NodeJS.ProcessEnv,
  user?: string,
): (Login & { readonly user: string }) | undefined {
  const { current, people } = read(server, env)
  const name = user ?? current
  const login = name !== undefined && Object.hasOwn(people, name) ? people[name] : undefined
  return login && name !== undefined ? { ...login, user: name } : undefined
}

export function storeLogin(server: string, env: NodeJS.ProcessEnv, user: string, login: Login): string {
  const { people } = read(server, env)
  return write(env, { server, current: user, people: { ...people, [user]: login } })
}

export function forgetLogin(server: string, env: NodeJS.ProcessEnv, user: string): void {
  const { current, people } = read(server, env)
  const { [user]: _, ...others } = people
  write(env, { server, people: others, ...(current === undefined || current === user ? {} : { current }) })
}

function read(server: string, env: NodeJS.ProcessEnv): Logins {
  try {
    return JSON.parse(readFileSync(loginFile(server, env), 'utf8')) as Logins
  } catch {
    return { server, people: {} }
  }
}

/** By rename, so that two commands at once never leave half a file. */
function write(env: NodeJS.ProcessEnv, logins: Logins): string {
  const file = loginFile(logins.server, env)
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY.folder })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, `${JSON.stringify(logins, undefined, 2)}\n`, { mode: OWNER_ONLY.file })
  chmodSync(fresh, OWNER_ONLY.file)
  renameSync(fresh, file)
  return file
}
