/** Constants the procedure goes by, e.g. after how long a silent file goes to the supervisor; each rule of the agency. */
import { leavesOf, objectAt } from '../leaves.ts'
import type { Comparison } from '../thing.ts'
import { named, same, shown } from '../words.ts'
import { FILE } from './entries.ts'

export const constants: Comparison = {
  things: ({ workflow }) =>
    [...leavesOf(objectAt(workflow, 'policy'))]
      .filter(([id]) => id !== '')
      .map(([id, value]) => ({
        key: id,
        subject: { kind: 'constant', id },
        title: named({ ar: 'الثابت', en: 'the constant' }, same(id)),
        file: FILE,
        place: `/policy/${id}`,
        weight: 'law',
        whole: shown(value),
        aspects: new Map([['value', value]]),
      })),
  aspects: [{ of: 'value', name: () => ({ ar: 'القيمة', en: 'the value' }) }],
}
