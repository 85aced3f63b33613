/** A job is renewed only while nobody may be at it: under one key, the outside is never given two different pieces of work. */
import { isWorkRenewed } from '../work.ts'
import { against, eachMoved, named } from './rule.ts'

export const jobs = eachMoved((place, to, plan) => {
  const isBusy = place.waits.some(([id, { kind }]) => kind === 'job' && plan.busy.has(id))
  if (!isBusy || plan.migration.jobs === 'keep' || !isWorkRenewed(place, to, plan)) return undefined
  const id = named(place, place.from.id, plan)
  return against(
    'job',
    id,
    {
      en: `Expected nobody to be at the job of ${id}, which the other version defines otherwise, but a worker holds it or has not said how it ended`,
      ar: `المتوقع ألا يعمل أحد على المهمة الآلية ${id} التي يعرّفها الإصدار الآخر تعريفًا مختلفًا، لكن جهة ما تنفذها أو لم تبلّغ بنتيجتها`,
    },
    {
      en: 'Migrate again when the worker has answered, or keep open jobs as they went out (jobs: keep)',
      ar: 'أعد النقل بعد أن تجيب الجهة المنفذة، أو أبقِ المهام الآلية المفتوحة كما أُرسلت (jobs: keep)',
    },
  )
})
