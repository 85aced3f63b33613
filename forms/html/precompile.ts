/**
 * For who changes a partial: `npm run partials` writes all of them into `partials.js`, so that server and browser draw from the same code and neither
 * compiles a template, which a strict content policy forbids.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'

const ROOM = import.meta.dirname
const HELPERS = { if: true, unless: true, each: true, lookup: true } as const

export function precompiled(): string {
  const names = readdirSync(ROOM)
    .filter((it) => it.endsWith('.hbs'))
    .sort()
  const lines = names.map((file) => {
    const source = readFileSync(join(ROOM, file), 'utf8').replace(/\n$/, '')
    const code = Handlebars.precompile(source, { knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true })
    return `  ${JSON.stringify(file.slice(0, -'.hbs'.length))}: ${String(code)},`
  })
  return `// Written by npm run partials from the .hbs files beside it.\nexport const partials = {\n${lines.join('\n')}\n}\n`
}

if (import.meta.main) writeFileSync(join(ROOM, 'partials.js'), precompiled())
