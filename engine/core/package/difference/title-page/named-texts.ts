/** What workflow.json says by name: roles, and the texts people read on pages and papers. */
import { isText, type Text } from '../../../text.ts'
import type { Subject, Weight } from '../difference.ts'
import { objectAt } from '../leaves.ts'
import type { Aspect, Comparison, Thing } from '../thing.ts'
import { named, same, shown } from '../words.ts'
import { FILE } from './entries.ts'

function namedTexts(
  list: string,
  noun: Text,
  weight: Weight,
  subject: (id: string) => Subject,
  /** A role is called by its title, a text by its key. */
  titled: boolean,
): Comparison {
  const words: Aspect = titled
    ? { of: 'title', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true }
    : { of: 'title', name: () => ({ ar: 'الصياغة', en: 'the wording' }) }
  return {
    things: ({ workflow }) =>
      Object.entries(objectAt(workflow, list)).map(([id, value]): Thing => ({
        key: id,
        subject: subject(id),
        title: named(noun, titled && isText(value) ? { ar: value.ar, en: value.en } : same(id)),
        file: FILE,
        place: `/${list}/${id}`,
        weight,
        whole: shown(value),
        aspects: new Map([['title', value]]),
      })),
    aspects: [words],
  }
}

export const roles = namedTexts(
  'roles',
  { ar: 'الدور', en: 'the role' },
  'people',
  (id) => ({ kind: 'role', id }),
  true,
)

export const texts = namedTexts(
  'texts',
  { ar: 'النص', en: 'the text' },
  'people',
  (id) => ({ kind: 'text', id }),
  false,
)
