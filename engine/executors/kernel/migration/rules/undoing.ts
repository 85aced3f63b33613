/** While something is being undone an application stays on the version that says how. */
import { against, eachMoved, named } from './rule.ts'

export const undoing = eachMoved((place, _to, plan) => {
  const { record, from } = place
  if (!record.compensation && !record.canceled) return undefined
  const id = named(place, from.id, plan)
  return against(
    'undoing',
    id,
    {
      en: `Expected nothing to be on its way to be undone, but ${id} is`,
      ar: `المتوقع ألا يكون شيء في طريقه إلى إلغاء أثره، لكن ${id} كذلك`,
    },
    {
      en: `Let ${id} be undone first, then migrate`,
      ar: `دع أثر ${id} يُلغى أولًا، ثم انقل الطلب`,
    },
  )
})
