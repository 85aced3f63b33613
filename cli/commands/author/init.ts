/** A small package to begin with: it passes every check and its own tests, in both languages. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isPackageId } from '../../../engine/core/ids.ts'
import { conflict, invalid } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'

interface Options {
  readonly out?: string
}

const STARTER = resolve(import.meta.dirname, '../../starter')
/** What the starter calls itself, replaced by the new package's names. */
const EXAMPLE = { id: 'example.service', agency: '"agency": "example"' } as const
const NAMED = ['workflow.json', 'README.md'] as const

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<name>', say('argument.newPackage')).option('--out <folder>', say('option.outInit'))
  },

  async run({ args: [id = ''], options, terminal: { say } }) {
    const agency = id.split('.')[0] ?? ''
    if (!isPackageId(id) || !id.includes('.')) return invalid('usage.package', say('usage.package', { found: id }))
    const folder = resolve(options.out ?? id)
    if (existsSync(folder)) return conflict('init.exists', say('init.exists', { folder }))
    cpSync(STARTER, folder, { recursive: true })
    for (const file of NAMED) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8').replaceAll(EXAMPLE.id, id)
      writeFileSync(path, text.replace(EXAMPLE.agency, `"agency": "${agency}"`))
    }
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
    return {
      json: { id, folder, files: files.length },
      lines: [say('init.done', { folder }), say('init.next', { folder: options.out ?? id })],
    }
  },
})
