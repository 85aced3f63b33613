import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, test } from 'vitest'
import { checkDiagram } from '../../engine/core/bpmn/check.ts'
import { compileProgram } from '../../engine/core/bpmn/compile/compile.ts'
import type { Links } from '../../engine/core/bpmn/links.ts'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { Program } from '../../engine/core/program.ts'
import { NO_LINKS } from './drawing.ts'
import { richXml } from './rich.ts'

const fee = {
  id: 'fee',
  name: '',
  inputs: [],
  columns: [],
  evaluate: () => ({ ok: true, value: 1, trace: [] }) as const,
}
const links: Links = {
  ...NO_LINKS,
  processes: new Map(['main', 'helper'].map((it) => [it, { key: NO_LINKS.key(it), begins: true, choices: [] }])),
  forms: new Set(['review']),
  decisions: new Map([['fee', fee]]),
  roles: new Set(['clerks', 'supervisors']),
  services: new Set(['PS/GOV/MOI/civil-registry/getPerson']),
}

/** Whole elements, attributes and attribute values: what an editor, a merge or an attacker leaves out, doubles or swaps. */
const PIECES = [...richXml.matchAll(/<(\w+:\w+)[^>]*\/>|<(\w+:\w+)[^<>]*>[^<]*<\/\2>|\s[\w:]+="[^"]*"/g)].map(
  (it) => [it.index, it.index + it[0].length] as const,
)

const damage = record({
  at: nat(PIECES.length - 1),
  by: constantFrom('remove', 'double', 'swap'),
  other: nat(PIECES.length - 1),
})

interface Damage {
  readonly at: number
  readonly by: string
  readonly other: number
}

/** Later pieces first, so that the places of the earlier ones stay where they are. */
const damaged = (all: readonly Damage[]): string =>
  all
    .toSorted((a, b) => b.at - a.at)
    .reduce((xml, { at, by, other }) => {
      const [start, end] = PIECES[at] ?? [0, 0]
      const [from, to] = PIECES[other] ?? [0, 0]
      const piece = xml.slice(start, end)
      const put = { remove: '', double: piece + piece, swap: richXml.slice(from, to) }[by] ?? ''
      return xml.slice(0, start) + put + xml.slice(end)
    }, richXml)

/** Refused with findings, or programs that could be compiled; anything thrown fails the property. */
async function outcomeOf(
  xml: string,
): Promise<{ readonly refused: readonly Finding[] } | { readonly programs: readonly Program[] }> {
  const read = await readBpmn('damaged.bpmn', xml)
  if (!read.ok) return { refused: read.findings }
  const errors = checkDiagram(read.diagram, links).filter((it) => it.severity === 'error')
  if (errors.length > 0) return { refused: errors }
  return { programs: read.diagram.processes.map((it) => compileProgram(read.diagram, it.id, links)) }
}

const isSaid = (finding: Finding): boolean =>
  finding.file === 'damaged.bpmn' && finding.message !== '' && finding.messageAr !== ''

test('a damaged drawing is refused with reasons or compiles; nothing in between', async () => {
  const count = { refused: 0, compiled: 0 }
  await assert(
    asyncProperty(array(damage, { minLength: 1, maxLength: 3 }), async (how) => {
      const outcome = await outcomeOf(damaged(how))
      if ('refused' in outcome) {
        count.refused++
        return outcome.refused.length > 0 && outcome.refused.every(isSaid)
      }
      count.compiled++
      return outcome.programs.every((it) => it.elements.length > 1)
    }),
    { numRuns: Number(process.env['MASAR_RUNS'] ?? 250) },
  )
  expect(count.refused).toBeGreaterThan(0)
  expect(count.compiled).toBeGreaterThan(0)
}, 600_000)
