/** The service's own tests: which cases it is known to go through as it should. */
import { isText } from '../../text.ts'
import type { Comparison } from './thing.ts'
import { named, same, upper } from './words.ts'

export const tests: Comparison = {
  things: (side) =>
    side.tests.map(({ file, json }) => {
      const title = json['title']
      return {
        key: file,
        subject: { kind: 'test' },
        title: named({ ar: 'الاختبار', en: 'the test' }, isText(title) ? { ar: title.ar, en: title.en } : same(file)),
        file,
        weight: 'course',
        aspects: new Map(Object.entries(json)),
      }
    }),
  aspects: [
    { of: 'title', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true },
    part('people', 'الأشخاص', 'the people in it'),
    part('start', 'البداية', 'how it begins'),
    part('given', 'المعطيات', 'what it is given'),
    part('steps', 'الخطوات', 'its steps'),
    part('expect', 'المتوقع', 'what it expects'),
  ],
}

function part(name: string, ar: string, en: string): Comparison['aspects'][number] {
  return {
    of: name,
    name: () => ({ ar, en }),
    say: ({ title }) => ({ ar: `${title.ar}: تغيّر ${ar}`, en: `${upper(title.en)}: ${en} changes` }),
  }
}
