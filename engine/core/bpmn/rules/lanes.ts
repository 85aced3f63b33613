/** A step stands in one lane of a set, and a lane that names groups names roles the package has. */
import { quoted } from '../../finding.ts'
import { propertiesOf, type ModdleElement } from '../element.ts'
import { groupsOf, lanesOf, membersOf } from '../lanes.ts'
import type { Links } from '../links.ts'
import type { Report, Rule } from './rule.ts'

export const lanes: Rule = {
  name: 'lanes',
  says: {
    en: 'A step stands in one lane of a set, and the groups a lane names are roles of workflow.json.',
    ar: 'تقف الخطوة في مسار سباحة واحد من المجموعة، والمجموعات التي يسمّيها المسار أدوار في workflow.json.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes) {
      const paths = lanesOf(node)
      const taken = new Map<ModdleElement, readonly ModdleElement[]>()
      for (const path of paths) {
        const [lane] = path
        for (const member of membersOf(lane)) {
          const other = taken.get(member)
          if (other && !path.includes(other[0] ?? lane) && !other.includes(lane)) twice(member, lane, report)
          taken.set(member, path)
        }
        checkProperties(lane, report)
        if (links) checkGroups(lane, report, links)
      }
    }
  },
}

function twice(member: ModdleElement, lane: ModdleElement, report: Report): void {
  report.error(
    member,
    {
      en: `Expected ${member.id ?? '?'} in one lane, but it also stands in ${lane.id ?? '?'}`,
      ar: `يجب أن يقف ${member.id ?? '?'} في مسار واحد، لكنه يقف أيضًا في ${lane.id ?? '?'}`,
    },
    { en: 'Draw the step into one lane', ar: 'ارسم الخطوة داخل مسار واحد' },
  )
}

function checkProperties(lane: ModdleElement, report: Report): void {
  const stray = [...propertiesOf(lane).keys()].find((it) => it.startsWith('masar:') && it !== 'masar:candidateGroups')
  if (stray === undefined) return
  report.error(
    lane,
    {
      en: `Expected a masar: property known on lanes, but found ${quoted(stray)}`,
      ar: `يجب أن تكون خاصية masar:‎ معروفة على المسارات، لكن وُجدت ${quoted(stray)}`,
    },
    { en: 'Known is masar:candidateGroups', ar: 'المعروف منها: masar:candidateGroups' },
  )
}

function checkGroups(lane: ModdleElement, report: Report, links: Links): void {
  for (const group of groupsOf(lane, links).filter((it) => !links.roles.has(it)))
    report.error(
      lane,
      {
        en: `Expected the groups of lane ${lane.id ?? '?'} among the roles of workflow.json, but ${quoted(group)} is not there`,
        ar: `يجب أن تكون مجموعات المسار ${lane.id ?? '?'} من أدوار workflow.json، لكن ${quoted(group)} ليست منها`,
      },
      { en: 'Add the role with its title, or correct the name', ar: 'أضف الدور وعنوانه أو صحّح الاسم' },
    )
}
