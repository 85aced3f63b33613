/** A drawing on its way into an executor: read, held against every rule, compiled; a finding is a fault of the test. */
import { checkDiagram } from '../../../engine/core/bpmn/check.ts'
import { compileProgram } from '../../../engine/core/bpmn/compile/compile.ts'
import type { Links } from '../../../engine/core/bpmn/links.ts'
import { readBpmn } from '../../../engine/core/bpmn/read.ts'
import { programKey } from '../../../engine/core/ids.ts'
import type { Program } from '../../../engine/core/program.ts'

const keyOf = (processId: string) => programKey('agree.random', '1.0.0', processId)

/** Programs of a file, in its order. */
export async function deployed(xml: string): Promise<readonly Program[]> {
  const read = await readBpmn('random.bpmn', xml)
  if (!read.ok) throw new Error(`${JSON.stringify(read.findings[0])}\n${xml}`)
  const { diagram } = read
  const links = linksTo(diagram.processes.map(({ id }) => id))
  const wrong = checkDiagram(diagram, links).find(({ severity }) => severity === 'error')
  if (wrong) throw new Error(`${JSON.stringify(wrong)}\n${xml}`)
  return diagram.processes.map(({ id }) => compileProgram(diagram, id, links))
}

const linksTo = (processIds: readonly string[]): Links => ({
  key: keyOf,
  processes: new Map(processIds.map((id) => [id, { key: keyOf(id), begins: true, choices: [] }])),
  forms: new Set(),
  open: false,
  unread: false,
  decisions: new Map(),
  roles: new Set(),
  deadlines: new Set(),
  templates: new Set(),
  services: new Set(),
})
