/** The command line as a person meets it: a real process, its two outputs and its exit code. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

export const ROOT = resolve(import.meta.dirname, '../..')
export const CLI = join(ROOT, 'cli/masar.ts')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Setting {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** A folder for one test file, gone afterwards. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'masar-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function begin(args: readonly string[], { cwd = ROOT, env = {} }: Setting = {}): ChildProcess {
  const { LANG: _, LC_ALL: __, LC_MESSAGES: ___, ...inherited } = process.env
  return spawn(process.execPath, [CLI, ...args], { cwd, env: { ...inherited, ...env } })
}

export async function masar(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const child = begin(args, setting)
  child.stdin?.end(setting.input ?? '')
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: out(), err: err() }
}

/** With --json: what it printed must be one document and nothing else. */
export async function masarJson<T>(
  args: readonly string[],
  setting: Setting = {},
): Promise<{ code: number | null; json: T }> {
  const { code, out } = await masar([...args, '--json'], setting)
  return { code, json: JSON.parse(out) as T }
}

export function collect(stream: ChildProcess['stdout']): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
