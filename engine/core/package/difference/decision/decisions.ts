/** Decisions: how they decide and what they rest on; their columns and rows are told one by one. */
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { ORDER, type Aspect, type Comparison } from '../thing.ts'
import { quote, same, shown } from '../words.ts'
import { anatomyOf } from './anatomy.ts'
import { rowsOf } from './rows.ts'
import { tablesOf } from './tables.ts'

/** Told by columns.ts, each as one. */
const COLUMN = /^decisionLogic\/(input|output)\//

export const decisions: Comparison = {
  things: (side, other) =>
    tablesOf(side, other).map((table) => {
      const aspects = new Map([...anatomyOf(table.node)].filter(([name]) => !COLUMN.test(name)))
      const rows = rowsOf(table)
      if (rows.length > 0)
        aspects.set(
          `${ORDER}rows`,
          rows.map(({ id }) => id),
        )
      return {
        key: table.id,
        subject: { kind: 'decision', decision: table.id },
        title: table.title,
        file: table.file,
        place: table.id,
        weight: table.weight,
        aspects,
      }
    }),
  aspects: [
    described('description', 'الشرح', 'the explanation'),
    of('name', 'الاسم', 'the name'),
    { ...of('decisionLogic/hitPolicy', 'أي الصفوف يسري', 'which of several fitting rows counts'), usual: 'UNIQUE' },
    of('decisionLogic/aggregation', 'طريقة الجمع', 'how rows are added up'),
    of('decisionLogic/text', 'القاعدة', 'the rule'),
    of(`${ORDER}rows`, 'ترتيب الصفوف', 'the order of the rows'),
    column('informationRequirement/', 'ما يستند إليه', 'what it rests on'),
    column('decisionLogic/', 'القاعدة', 'the rule'),
  ],
}

function of(name: string, ar: string, en: string): Aspect {
  return { of: name, name: () => ({ ar, en }), show: raw }
}

function described(name: string, ar: string, en: string): Aspect {
  return {
    of: name,
    name: () => ({ ar, en }),
    renames: true,
    weight: 'look',
    show: (value) => bilingual(String(value)),
  }
}

function column(prefix: string, ar: string, en: string): Aspect {
  return {
    of: prefix,
    name(rest) {
      const { ar: arabic, en: english } = quote(called(rest))
      return { ar: `${ar} ${arabic}`, en: `${en} ${english}` }
    },
    show: raw,
  }
}

/** "الإعفاء · Exemption/inputExpression/text" is the column's own name and what of it. */
function called(rest: string): Text {
  const [name = '', ...what] = rest.split('/')
  const { ar, en } = bilingual(name)
  const tail = what.length === 0 ? '' : ` (${what.join('/')})`
  return { ar: ar + tail, en: en + tail }
}

function raw(value: JsonValue): Text {
  return typeof value === 'string' ? same(value) : shown(value)
}
