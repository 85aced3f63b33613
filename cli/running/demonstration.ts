/**
 * Masar whole, in one process and one folder: the sandbox, a server that speaks to it, people to sign in as and every
 * service that comes with it. Started again on the same folder, everything is as it was.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { digestOf } from '../../engine/core/package/digest.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { PLATFORM_AGENCY } from '../../engine/core/policy/access.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Engine } from '../../engine/engine.ts'
import { readParcels } from '../packages/parcel.ts'
import type { Terminal } from '../terminal.ts'
import { freePort } from './port.ts'
import { settle, type Person } from './people.ts'
import { startSandbox, type Sandbox, type SandboxPorts } from './sandbox.ts'
import { start } from './start.ts'

export interface DemonstrationOptions {
  readonly folder: string
  /** 0 takes a free one. */
  readonly port: number
  readonly ports: SandboxPorts
}

export interface Demonstration {
  readonly url: string
  readonly sandbox: Sandbox
  readonly people: readonly Person[]
  /** "moj.non-conviction 1.0.0" */
  readonly services: readonly string[]
  /** What was not deployed, and why. */
  readonly refused?: Problem
  close(): Promise<void>
}

/** Beside the command line, wherever it is called from. */
const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')
const HOST = '127.0.0.1'

export async function startDemonstration(
  { folder, port, ports }: DemonstrationOptions,
  terminal: Terminal,
): Promise<Demonstration | Problem> {
  const { say, progress } = terminal
  progress(say('demo.sandbox'))
  const url = `http://${HOST}:${port === 0 ? await freePort() : port}`
  const sandbox = await startSandbox({ folder, ports, masarUrl: url, logLevel: 'error' })
  progress(say('demo.server'))
  const server = await serve(sandbox, terminal)
  if (isProblem(server)) {
    await sandbox.close()
    return server
  }
  const close = async (): Promise<void> => {
    await server.close()
    await sandbox.close()
  }
  progress(say('demo.people'))
  const { store } = server.engine.deps
  const people = await settle(store, join(folder, 'accounts.json'), say)
  if (isProblem(people)) {
    await close()
    return people
  }
  progress(say('demo.services'))
  const deployed = await deployAll(server.engine, terminal)
  const services = (await store.deployments.list({})).map(({ packageId, version }) => `${packageId} ${version}`)
  return { url, sandbox, people, services, ...(isProblem(deployed) ? { refused: deployed } : {}), close }
}

async function serve({ configFile }: Sandbox, { say }: Terminal): ReturnType<typeof start> {
  const { readConfigFile } = await import('../../engine/config.ts')
  const config = readConfigFile(configFile)
  return isProblem(config) ? config : start(config, say)
}

/** What is in force already is not judged again, so that a restart is quick. */
async function deployAll(engine: Engine, { say }: Terminal): Promise<true | Problem> {
  if (!existsSync(WORKFLOWS)) return true
  const parcels = await readParcels([WORKFLOWS], say)
  if (isProblem(parcels)) return parcels
  const inForce = new Set((await engine.deps.store.deployments.list({})).map(({ digest }) => digest))
  const packages: PackageFiles[] = []
  for (const { files } of parcels) if (!inForce.has(await digestOf(files))) packages.push(files)
  if (packages.length === 0) return true
  const setup: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }
  const deployed = await engine.deployFiles(setup, packages)
  return isProblem(deployed) ? deployed : true
}
