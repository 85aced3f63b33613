import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startPrinter } from '../../engine/connectors/documents/printing/printer.ts'
import {
  ownFolder,
  unpackBrowser,
  unpackFolder,
  unpackFonts,
} from '../../engine/connectors/documents/printing/unpack.ts'
import { wordsOf } from './reading.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masar-printer-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the browser that prints', () => {
  test('is started again when it dies', async () => {
    const chromiumPath = join(folder, 'browser')
    await symlink(await unpackBrowser(await ownFolder()), chromiumPath)
    const printer = startPrinter({ chromiumPath })
    expect(wordsOf(await printer.print('<p>before</p>', 0))).toContain('before')
    const ids = execFileSync('pgrep', ['-f', chromiumPath], { encoding: 'utf8' }).trim().split('\n').map(Number)
    for (const id of ids) killed(id)
    const after = await Promise.all(['one', 'two', 'three'].map((word) => printer.print(`<p>${word}</p>`, 0)))
    expect(after.map((pdf) => wordsOf(pdf).trim())).toEqual(['one', 'two', 'three'])
    await printer.close()
    expect(() => execFileSync('pgrep', ['-f', chromiumPath])).toThrow('Command failed')
  })

  test('does not start any more once it is closed', async () => {
    const printer = startPrinter()
    await printer.close()
    await expect(printer.print('<p>late</p>', 0)).rejects.toThrow('shutting down')
  })
})

test('two servers that unpack at once get whole folders and leave nothing half done', async () => {
  const [one, two] = await Promise.all([unpackFolder(folder, 'al2023.tar.br'), unpackFolder(folder, 'al2023.tar.br')])
  expect(two).toBe(one)
  expect(await readdir(one)).toContain('libnss3.so')
  expect(await readdir(await unpackFonts(folder))).toContain('fonts.conf')
  expect((await readdir(folder)).filter((name) => name.startsWith('partial'))).toEqual([])
})

/** Its helpers end with the browser; one may be gone already. */
function killed(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
