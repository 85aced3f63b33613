/**
 * Who may see and change a field ("readable", "writable"): applicant, staff, or whoever has a task that is drawn. A task nobody draws would lock the field for good, so it is refused.
 */
import { mistake, quoted } from '../finding.ts'
import { isJsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { CheckedPackage } from './checked.ts'
import type { Parts } from './parts.ts'

const EVERYBODY: ReadonlySet<string> = new Set(['applicant', 'staff'])

/** @param shared packages whose procedures this one calls: their tasks may show its forms */
export function peopleFindings(
  { diagrams, forms }: Parts,
  shared: ReadonlyMap<string, CheckedPackage | undefined>,
): readonly Finding[] {
  const drawn = diagrams.flatMap(({ nodes }) => nodes.filter((it) => it.type === 'bpmn:UserTask').map((it) => it.id))
  const called = [...shared.values()].flatMap((it) => [...(it?.programs.values() ?? [])])
  const tasks = new Set([
    ...drawn,
    ...called.flatMap(({ elements }) => elements.filter((it) => it.kind === 'userTask').map((it) => it.id)),
  ])
  return [...forms.values()].flatMap(({ id, ui }) =>
    namesIn(ui, '/ui')
      .filter(({ name }) => !EVERYBODY.has(name) && !tasks.has(name))
      .map(({ place, name }) => unknownTask(`forms/${id}.form.json`, place, name)),
  )
}

interface Named {
  readonly place: string
  readonly name: string
}

function namesIn(element: JsonValue | undefined, place: string): readonly Named[] {
  if (Array.isArray(element)) return element.flatMap((it: JsonValue, index) => namesIn(it, `${place}/${String(index)}`))
  if (!isJsonObject(element)) return []
  return Object.entries(element).flatMap(([key, value]) => {
    const at = `${place}/${key}`
    if ((key !== 'writable' && key !== 'readable') || !Array.isArray(value)) return namesIn(value, at)
    return value.flatMap((name: JsonValue) => (typeof name === 'string' ? [{ place: at, name }] : []))
  })
}

function unknownTask(file: string, place: string, name: string): Finding {
  return mistake(
    'form/people',
    { file, place },
    {
      en: `Expected "applicant", "staff" or the id of a user task that is drawn, but found ${quoted(name)}`,
      ar: `المتوقع "applicant" أو "staff" أو معرّف مهمة مستخدم مرسومة، لكن وُجد ${quoted(name)}`,
    },
    { en: 'Name the task as it is drawn', ar: 'اذكر المهمة بمعرّفها في الرسم' },
  )
}
