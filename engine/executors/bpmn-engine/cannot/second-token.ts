/** A further token at a step that cannot take it while the one before is there. */
import { crowdedIn } from '../crowds/crowded.ts'
import { isJoin } from '../crowds/join.ts'
import type { Cannot } from './cannot.ts'

/** Activity, `_onJoinInbound`: what came twice on one way is taken for one; and loops inside loops it does not know. */
export const secondToken: Cannot = {
  name: 'second-token',
  reason: {
    en: 'bpmn-engine takes tokens that come twice by one way into a parallel join for one, and repeats an activity for one token at a time; BPMN keeps each token (13.3.1, 13.4.1)',
    ar: 'يعدّ bpmn-engine الرمزين الآتيين من طريق واحد إلى بوابة الجمع المتوازية رمزًا واحدًا، ويكرّر النشاط لرمز واحد في كل مرة، بينما يحفظ BPMN كل رمز (13.3.1 و13.4.1)',
  },
  neededBy: (program) => [...crowdedIn(program)].filter((element) => isJoin(element) || element.loop !== undefined),
}
