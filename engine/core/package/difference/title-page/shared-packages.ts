/** Shared procedures a service calls, each pinned to a version: paying, notifying, correcting. */
import { objectAt } from '../leaves.ts'
import type { Comparison } from '../thing.ts'
import { named, same, shown } from '../words.ts'
import { FILE } from './entries.ts'

export const sharedPackages: Comparison = {
  things: ({ workflow }) =>
    Object.entries(objectAt(workflow, 'uses')).map(([id, version]) => ({
      key: id,
      subject: { kind: 'sharedPackage', id },
      title: named({ ar: 'الحزمة المشتركة', en: 'the shared package' }, same(id)),
      file: FILE,
      place: `/uses/${id}`,
      weight: 'course',
      whole: shown(version),
      aspects: new Map([['version', version]]),
    })),
  aspects: [{ of: 'version', name: () => ({ ar: 'الإصدار', en: 'the version' }) }],
}
