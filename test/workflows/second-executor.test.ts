/** The registration of a company on the second executor, which is refused it for its compensation alone (executors.test.ts). */
import { expect, test, vi } from 'vitest'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import type { Judgements } from '../../engine/definitions.ts'
import { EXECUTOR } from '../../engine/executors.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { firstDifference } from '../../engine/trial/agreement.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { scenarios, shelf, textOf } from './shelf.ts'

vi.setConfig({ testTimeout: 120_000 })

const COMPANY = 'mne.company-registration'
const DRAWING = 'registration.bpmn'

const packages = [...shelf].map(([name, files]) => (name === COMPANY ? withoutCompensation(files) : files))
const judgements: Judgements = new Map()
const TOLD =
  /^tests\/(?:two-founders|foreign-founder|founder-never-signs|name-refused-three-times|capital-in-dinars|correction-stops-the-clock|refused-after-payment|tax-call-fails|entry-differs|licence-after-inspection)\./

test.each(scenarios().filter(({ packageId, name }) => packageId === COMPANY && TOLD.test(name)))(
  'with the undoing drawn as a step of the way, both executors do the same: $name',
  async ({ packageId, scenario }) => {
    const path = scenario.expect.path?.filter((id) => id !== 'undo_entry') ?? []
    const said = { ...scenario, expect: { ...scenario.expect, path } }
    const deps = { openStore: () => openSqlite({ file: ':memory:' }), packages, packageId, judgements }
    const kernel = await runTrial({ ...deps, executor: EXECUTOR.kernel }, said)
    const library = await runTrial({ ...deps, executor: EXECUTOR['bpmn-engine'] }, said)
    expect(kernel.failures).toEqual([])
    expect(library.failures).toEqual([])
    expect(firstDifference(kernel, library)).toBeUndefined()
  },
)

/** The same procedure with the handler entered by a flow instead of by compensation. */
function withoutCompensation(files: PackageFiles): PackageFiles {
  const drawing = textOf(files.get(DRAWING))
    .replace(/<bpmn:boundaryEvent id="entry_to_undo"[\s\S]*?<\/bpmn:boundaryEvent>/, '')
    .replace(/<bpmn:association id="entry_to_undo__void_entry"[^>]*\/>/, '')
    .replace(/<bpmndi:BPMN(Shape|Edge) id="entry_to_undo[\s\S]*?<\/bpmndi:BPMN\1>/g, '')
    .replace('<bpmn:flowNodeRef>entry_to_undo</bpmn:flowNodeRef>', '')
    .replace(/<bpmn:compensateEventDefinition [^>]*\/>/, '')
    .replace(' isForCompensation="true"', '')
    .replace('<bpmn:incoming>undo_entry__settle_registry</bpmn:incoming>', '')
    .replace('sourceRef="undo_entry" targetRef="settle_registry"', 'sourceRef="undo_entry" targetRef="void_entry"')
    .replace(
      '<bpmn:sequenceFlow id="undo_entry__settle_registry"',
      '<bpmn:sequenceFlow id="settle" sourceRef="void_entry" targetRef="settle_registry" />$&',
    )
  return new Map(files).set(DRAWING, new TextEncoder().encode(drawing))
}
