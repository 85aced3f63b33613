/** Who does a user task, and by when. */
import type { Translation } from '../translation.ts'

const ASSIGNMENT = ['assignee', 'candidateGroups', 'candidateUsers'] as const
const SCHEDULE = ['dueDate', 'followUpDate'] as const

export const people: Translation = {
  name: 'people',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:UserTask') return
    const take = (names: readonly string[], type: string) => {
      const values = names.flatMap((name) => {
        const text = workshop.text(element, name)
        return text === undefined ? [] : [[name, workshop.feel(element, `camunda:${name}`, text)] as const]
      })
      if (values.length === 0) return
      workshop.extend(element, type, Object.fromEntries(values))
      for (const [name, value] of values)
        workshop.note('translated', element, `camunda:${name}`, {
          en: `is ${name} of ${type} now: ${value}`,
          ar: `صار ${name} في ${type}: ${value}`,
        })
    }
    take(ASSIGNMENT, 'zeebe:AssignmentDefinition')
    take(SCHEDULE, 'zeebe:TaskSchedule')
    take(['priority'], 'zeebe:PriorityDefinition')
    workshop.extension(element, 'zeebe:UserTask')
  },
}
