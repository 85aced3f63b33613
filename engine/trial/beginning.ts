/** How an application of a package may begin: the channels, the ways in and their forms, and who may take part. */
import { startContext } from '../commands/answers.ts'
import { applicantsOf } from '../core/applicant.ts'
import { bilingual } from '../core/bilingual.ts'
import { programKey, type InstanceId } from '../core/ids.ts'
import type { PackageFiles } from '../core/package/files.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Scenario } from '../core/trial/scenario.ts'
import type { WorkflowStart } from '../core/workflow.ts'
import type { Engine } from '../engine.ts'
import type { Beginning } from './moment.ts'
import { applicantIn } from './people.ts'
import { type Filling, triedForm } from './tried-form.ts'

export async function beginningOf(
  engine: Engine,
  found: CheckedPackage,
  files: PackageFiles,
  scenario: Scenario,
  filling: Filling | undefined,
): Promise<Beginning> {
  const { workflow } = found
  const { start } = workflow
  return {
    packageId: workflow.id,
    title: workflow.title,
    channels: start?.channels ?? [],
    companies: applicantsOf(workflow).includes('company'),
    people: applicantsOf(workflow).includes('person'),
    ways: start ? await Promise.all(waysIn(start).map((way) => entryOf(engine, found, scenario, way, filling))) : [],
    roles: workflow.roles ?? {},
    drawings: drawingsIn(files),
  }
}

interface Way {
  readonly event?: string
  readonly name?: string
  readonly form?: string
}

const waysIn = ({ choices = [], form }: WorkflowStart): readonly Way[] =>
  choices.length > 0 ? choices : [form === undefined ? {} : { form }]

async function entryOf(
  { deps }: Engine,
  found: CheckedPackage,
  scenario: Scenario,
  way: Way,
  filling: Filling | undefined,
): Promise<Beginning['ways'][number]> {
  const { workflow } = found
  const form = way.form === undefined ? undefined : found.forms.get(way.form)
  const said = {
    ...(way.event === undefined ? {} : { event: way.event }),
    ...(way.name === undefined ? {} : { name: bilingual(way.name) }),
  }
  if (form === undefined) return said
  const by = (scenario.start.channel ?? 'portal') === 'portal' ? 'applicant' : 'staff'
  const answering = await startContext(deps, found, by, applicantIn(scenario))
  const asker = {
    agency: workflow.agency,
    program: programKey(workflow.id, workflow.version, workflow.start?.process ?? ''),
    subject: 'trial' as InstanceId,
  }
  const typed = filling && filling.element === undefined ? filling.answers : undefined
  return { ...said, form: await triedForm(deps, scenario.given ?? {}, form, asker, answering, typed) }
}

const PROCESS = /<(?:[\w-]+:)?process\s[^>]*?\bid="([^"]+)"/g

/** By process id: which file it is drawn in. */
function drawingsIn(files: PackageFiles): Beginning['drawings'] {
  const drawings = [...files].filter(([path]) => path.endsWith('.bpmn'))
  return Object.fromEntries(
    drawings.flatMap(([path, bytes]) =>
      [...new TextDecoder().decode(bytes).matchAll(PROCESS)].map(([, id = '']) => [id, path] as const),
    ),
  )
}
